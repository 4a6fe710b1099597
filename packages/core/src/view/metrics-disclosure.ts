import type { ParticipantId } from '../values/id.ts'
import { kindOf, type Contributions } from './metrics-cells.ts'

/** One figure and what stands behind it. */
export interface Cell {
  readonly figure: string
  readonly values: Contributions
}

/** People of whom one of the two says more than the other; not counted on once neither contains the other. */
const between = (a: Contributions, b: Contributions): readonly [more: number, less: number] => {
  let [more, less] = [0, 0]
  for (const [id, value] of a) {
    const other = b.get(id) ?? 0
    if (value > other) more += 1
    if (value < other) less += 1
    if (more > 0 && less > 0) return [more, less]
  }
  for (const id of b.keys()) {
    if (a.has(id)) continue
    less += 1
    if (more > 0) break
  }
  return [more, less]
}

const asPeople = ({ figure, values }: Cell): Contributions =>
  kindOf(figure) === 'rating' ? new Map([...values.keys()].map((id) => [id, 1])) : values

/** Whether subtracting one from the other tells of fewer than k people: one contains the other, nearly. */
const tellsApart = (a: Contributions, b: Contributions, k: number): boolean => {
  const [more, less] = between(a, b)
  return (less === 0 && more < k) || (more === 0 && less < k)
}

const isSame = (a: Contributions, b: Contributions): boolean => between(a, b).join() === '0,0'

/** What the larger one says beyond the smaller; nothing where neither contains the other. */
const rest = (a: Contributions, b: Contributions): Contributions | undefined => {
  const [more, less] = between(a, b)
  if (more > 0 && less > 0) return undefined
  const [large, small] = less === 0 ? [a, b] : [b, a]
  const left = new Map<ParticipantId, number>()
  for (const [id, value] of large) {
    const beyond = value - (small.get(id) ?? 0)
    if (beyond > 0) left.set(id, beyond)
  }
  return left
}

/** That the same people answered tells nothing of them. */
const isTold = (cell: Cell, other: Cell, k: number): boolean => {
  const [a, b] = [asPeople(cell), asPeople(other)]
  const areAnswers = kindOf(cell.figure) === 'rating' || kindOf(other.figure) === 'rating'
  return areAnswers && isSame(a, b) ? false : tellsApart(a, b, k)
}

/** The difference of two sums is a figure too, and must stand as far from all others; only who met is told anyway. */
const isToldByRest = (cell: Cell, other: Cell, known: ReadonlyArray<Cell>, k: number): boolean => {
  if (kindOf(cell.figure) !== 'sum' || kindOf(other.figure) !== 'sum') return false
  const left = rest(cell.values, other.values)
  if (left === undefined) return false
  return known.some(({ figure, values }) => {
    const isCompared = kindOf(figure) !== 'rating' && figure !== other.figure
    const isKnown = figure === 'met' && isSame(left, values)
    return isCompared && !isKnown && tellsApart(left, values, k)
  })
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
  /** Every reading of other figures that was ever published, those that stand among them. */
  readonly ever: ReadonlyArray<Cell>
}

/** Whether a figure can be told beside those that are known, and nothing of fewer than k people with it (INV34). */
export const canBeTold = (cell: Cell, { standing, ever }: Known, k: number): boolean =>
  cell.values.size >= k &&
  !ever.some((other) => isTold(cell, other, k)) &&
  !standing.some((other) => isToldByRest(cell, other, standing, k)) &&
  !isToldByKinds(cell, standing, k)

/** How many people have another part in a figure than they had. */
export const changed = (before: Contributions, now: Contributions): number => {
  const ids = new Set<ParticipantId>([...before.keys(), ...now.keys()])
  let people = 0
  for (const id of ids) if (before.get(id) !== now.get(id)) people += 1
  return people
}
