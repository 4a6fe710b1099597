import type { ParticipantId } from '../values/id.ts'
import { kindOf, type Contributions } from './metrics-cells.ts'

/** One figure and what stands behind it. */
export interface Cell {
  readonly figure: string
  readonly kind: ReturnType<typeof kindOf>
  readonly values: Contributions
}

/** A figure as a cell. */
export const cellOf = (figure: string, values: Contributions): Cell => ({
  figure,
  kind: kindOf(figure),
  values,
})

/** Of answers only who gave them is compared with other figures. */
const partOf = ({ kind, values }: Cell, id: ParticipantId): number =>
  kind === 'rating' ? (values.has(id) ? 1 : 0) : (values.get(id) ?? 0)

/**
 * How many people have more in one than in the other, and how many less. Counted as far as it matters: until both are
 * some, or one is k.
 */
const between = (a: Cell, b: Cell, k: number): readonly [more: number, less: number] => {
  if (a.kind !== 'sum' && b.kind !== 'sum') {
    const wider = a.values.size - b.values.size
    if (Math.abs(wider) >= k) return wider > 0 ? [k, 0] : [0, k]
  }
  let [more, less] = [0, 0]
  const isOver = (): boolean => more >= k || less >= k || (more > 0 && less > 0)
  for (const id of a.values.keys()) {
    const [one, other] = [partOf(a, id), partOf(b, id)]
    if (one > other) more += 1
    if (one < other) less += 1
    if (isOver()) return [more, less]
  }
  for (const id of b.values.keys()) {
    if (!a.values.has(id)) less += 1
    if (isOver()) return [more, less]
  }
  return [more, less]
}

/** Whether subtracting one from the other tells of fewer than k people: one contains the other, nearly. */
const tellsApart = (a: Cell, b: Cell, k: number): boolean => {
  const [more, less] = between(a, b, k)
  return (less === 0 && more < k) || (more === 0 && less < k)
}

/** Whether everybody has the same part in both. O(n). */
export const isSame = (a: Cell, b: Cell): boolean => between(a, b, 1).join() === '0,0'

/** That the same people answered tells nothing of them. */
const isTold = (cell: Cell, other: Cell, k: number): boolean => {
  const areAnswers = cell.kind === 'rating' || other.kind === 'rating'
  return tellsApart(cell, other, k) && !(areAnswers && isSame(cell, other))
}

/** The difference of two sums is a figure too. */
export interface Rest extends Cell {
  readonly of: readonly [string, string]
}

/** What the larger of two sums says beyond the smaller; nothing where neither contains the other. */
const restOf = (a: Cell, b: Cell): Rest | undefined => {
  const [more, less] = between(a, b, Infinity)
  if (more > 0 && less > 0) return undefined
  const [large, small] = less === 0 ? [a, b] : [b, a]
  const values = new Map<ParticipantId, number>()
  for (const [id, value] of large.values) {
    const beyond = value - (small.values.get(id) ?? 0)
    if (beyond > 0) values.set(id, beyond)
  }
  return { figure: 'a difference', kind: 'sum', values, of: [a.figure, b.figure] }
}

/** What a sum says beyond others, and others beyond it. O(n) for each. */
export const restsOf = (cell: Cell, others: ReadonlyArray<Cell>): ReadonlyArray<Rest> =>
  cell.kind !== 'sum'
    ? []
    : others.filter(({ kind }) => kind === 'sum').flatMap((other) => restOf(cell, other) ?? [])

/** A difference must stand as far from all figures as they from each other; only who met is told by it anyway. */
const isToldByRest = (cell: Cell, left: Rest, k: number): boolean =>
  !left.of.includes(cell.figure) &&
  isTold(cell, left, k) &&
  !(cell.figure === 'met' && isSame(cell, left))

/** Whether a difference that was told before and is told again has changed, and of fewer than k people. */
const tellsOfChange = (then: Rest, now: Rest, k: number): boolean =>
  !isNews(then, now, k) && !isSame(then, now)

/** Whether everybody behind it has the same part in it, so that it tells the part of each; of head counts it is none. */
const isOfOneVoice = ({ kind, values }: Cell): boolean =>
  kind !== 'count' && new Set(values.values()).size === 1

/**
 * Whether a figure may be read anew after an earlier reading: at least k people have another part in it, and answers
 * that came or went are not all the same.
 */
export const isNews = (before: Cell, now: Cell, k: number): boolean => {
  let [came, went, others] = [0, 0, 0]
  const voices = new Set<number>()
  const isEnough = (): boolean =>
    came + went + others >= k &&
    (now.kind !== 'rating' || others > 0 || (came > 0 && went > 0) || voices.size > 1)
  for (const [id, value] of now.values) {
    const then = before.values.get(id)
    if (then === value) continue
    if (then !== undefined) others += 1
    else {
      voices.add(value)
      came += 1
    }
    if (isEnough()) return true
  }
  for (const [id, value] of before.values) {
    if (now.values.has(id)) continue
    voices.add(value)
    went += 1
    if (isEnough()) return true
  }
  return false
}

const outcome = /^outcome (\d+) (\w+)$/

/** What became of people falls into kinds: who is in none that is known must be k people at least. */
const isToldByKinds = (cell: Cell, known: ReadonlyArray<Cell>, k: number): boolean => {
  const month = outcome.exec(cell.figure)?.[1]
  if (month === undefined) return false
  const ofMonth = [...known, cell].filter(({ figure }) => outcome.exec(figure)?.[1] === month)
  const observed = ofMonth.find(({ figure }) => figure.endsWith(' observed'))
  const kinds = ofMonth.filter((each) => each !== observed)
  if (observed === undefined || kinds.length === 0) return false
  const left = [...observed.values.keys()].filter(
    (id) => !kinds.some(({ values }) => values.has(id)),
  )
  return left.length < k
}

/** What else is known when a figure is to be told. */
export interface Known {
  /** Every other figure as it stands. */
  readonly standing: ReadonlyArray<Cell>
  /** What two of the sums that stand say beyond each other. */
  readonly rests: ReadonlyArray<Rest>
  /** Every reading of other figures that was ever published, those that stand among them. */
  readonly ever: ReadonlyArray<Cell>
  /** What the two sums of a difference said beyond each other whenever both stood. */
  readonly before: (left: Rest) => ReadonlyArray<Rest>
}

/**
 * Whether a figure can be told beside those that are known, and nothing of fewer than k people with it (INV34). O(n)
 * for each that is nearly the same.
 */
export const canBeTold = (
  cell: Cell,
  { standing, rests, ever, before }: Known,
  k: number,
): boolean =>
  cell.values.size >= k &&
  !isOfOneVoice(cell) &&
  !ever.some((other) => isTold(cell, other, k)) &&
  !rests.some((left) => isToldByRest(cell, left, k)) &&
  !restsOf(cell, standing).some(
    (left) =>
      standing.some((other) => isToldByRest(other, left, k)) ||
      before(left).some((then) => tellsOfChange(then, left, k)),
  ) &&
  !isToldByKinds(cell, standing, k)
