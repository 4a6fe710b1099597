/** What a fault led to, in numbers. */
export interface Counts {
  /** How often the fault was brought about. */
  readonly injected: number
  /** Commands whose writer was told that they are stored. */
  readonly acknowledged: number
  /** Of these, those of which no record is there, and nothing says so. */
  readonly lost: number
  /** Records too many: an id, what one command led to, or what happens once in a life stands twice. */
  readonly doubled: number
  /** Revisions that are missing, out of order, or whose proof does not hold, and that nothing names. */
  readonly gaps: number
  /** Rows of views, and headers, that are others than a rebuild makes. */
  readonly wrongRows: number
  /** Damage that was done to what was acknowledged. */
  readonly damaged: number
  /** Of this, what was noticed, with the name of its place or in a sentence at the opening. */
  readonly named: number
  /** What else is worth telling. */
  readonly notes: ReadonlyArray<string>
}

export const nothingCounted: Counts = {
  ...{ injected: 0, acknowledged: 0, lost: 0, doubled: 0, gaps: 0, wrongRows: 0 },
  ...{ damaged: 0, named: 0, notes: [] },
}

/** Both together. */
export const plus = (one: Counts, other: Counts): Counts => ({
  injected: one.injected + other.injected,
  acknowledged: one.acknowledged + other.acknowledged,
  lost: one.lost + other.lost,
  doubled: one.doubled + other.doubled,
  gaps: one.gaps + other.gaps,
  wrongRows: one.wrongRows + other.wrongRows,
  damaged: one.damaged + other.damaged,
  named: one.named + other.named,
  notes: [...one.notes, ...other.notes],
})

/** Whether everything was kept, and all damage noticed; a fault that was never brought about shows nothing. */
export const isKept = (counts: Counts): boolean => {
  const { injected, acknowledged, lost, doubled, gaps, wrongRows, damaged, named } = counts
  const isSeen = injected > 0 && acknowledged > 0
  return isSeen && lost + doubled + gaps + wrongRows === 0 && named === damaged
}
