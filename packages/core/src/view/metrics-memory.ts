import type { Cohort } from '../cohort/state/cohort.ts'
import type { Instant } from '../values/instant.ts'
import { cellOf, isSame, restsOf, type Cell, type Rest } from './metrics-disclosure.ts'
import type { Contributions, Tally } from './metrics-cells.ts'
import type { DaysToFormal } from './days-to-formal.ts'

/** One published figure: a sum over `people` people, and since when it reads so. */
export interface Figure {
  readonly figure: string
  readonly total: number
  /** Who contributes, each once; of what happened in sessions, who is enrolled: for who never met is not told. */
  readonly people: number
  readonly since: Instant
}

interface Told {
  readonly as: Figure
  readonly cell: Cell
}

/** All that was published of a cohort so far, and what stood behind it. It grows with each publication. */
export interface Memory {
  /** What stood behind the first publication, told or not. */
  first: Tally | undefined
  /** The figures of the last publication, as they were read. */
  readonly told: Map<string, Told>
  /** Every reading that was ever published, by figure. */
  readonly ever: Map<string, Array<Cell>>
  /** What two of the sums that stand say beyond each other. */
  rests: ReadonlyArray<Rest>
  /**
   * What two sums said beyond each other whenever both stood, by the two, each once: at most as many as the two have
   * readings together, with the people in whom they differ.
   */
  readonly everRests: Map<string, Array<Rest>>
  days: { readonly told: DaysToFormal; readonly cohort: Cohort } | undefined
}

/** Before the first publication. */
export const nothingTold = (): Memory => ({
  first: undefined,
  told: new Map(),
  ever: new Map(),
  rests: [],
  everRests: new Map(),
  days: undefined,
})

const noContributions: Contributions = new Map()

/** A figure with what stands behind it now. */
export const cellIn = (now: Tally, figure: string): Cell =>
  cellOf(figure, now.get(figure) ?? noContributions)

/** What stood behind each reading of a figure; of one that was never told, how it was at the first publication. */
export const readings = ({ ever, first }: Memory, figure: string): ReadonlyArray<Cell> =>
  ever.get(figure) ?? (first === undefined ? [] : [cellIn(first, figure)])

/** The other figures, as they stand. */
export const standing = ({ told }: Memory, figure: string): ReadonlyArray<Cell> =>
  [...told.values()].flatMap(({ cell }) => (cell.figure === figure ? [] : [cell]))

/** Every reading of the others. */
export const everRead = ({ ever }: Memory, figure: string): ReadonlyArray<Cell> =>
  [...ever].flatMap(([name, cells]) => (name === figure ? [] : cells))

const pairOf = ({ of }: Rest): string => [...of].sort().join(' less ')

/** What the two sums of a difference said beyond each other before. */
export const restsBefore = ({ everRests }: Memory, left: Rest): ReadonlyArray<Rest> =>
  everRests.get(pairOf(left)) ?? []

/** The same difference as it was kept before; one that is new is kept. O(n) for each that was kept. */
const keep = ({ everRests }: Memory, left: Rest): Rest => {
  const before = everRests.get(pairOf(left))
  const same = before?.find((then) => isSame(then, left))
  if (same !== undefined) return same
  if (before === undefined) everRests.set(pairOf(left), [left])
  else before.push(left)
  return left
}

/** From now on a figure stands so. */
export const tell = (memory: Memory, as: Figure, cell: Cell): void => {
  const { figure } = as
  const others = memory.rests.filter(({ of }) => !of.includes(figure))
  const rests = restsOf(cell, standing(memory, figure)).map((left) => keep(memory, left))
  memory.rests = [...others, ...rests]
  memory.told.set(figure, { as, cell })
  const before = memory.ever.get(figure)
  if (before === undefined) memory.ever.set(figure, [cell])
  else before.push(cell)
}
