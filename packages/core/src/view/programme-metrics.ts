import type { Cohort } from '../cohort/state/cohort.ts'
import type { Instant } from '../values/instant.ts'
import { daysToFormal, peopleBetween, quantile, type DaysToFormal } from './days-to-formal.ts'
import { tally, topicOf, type Contributions, type Tally } from './metrics-cells.ts'
import { canBeTold, isNews, type Rest } from './metrics-disclosure.ts'
import {
  cellIn,
  everRead,
  nothingTold,
  readings,
  restsBefore,
  standing,
  tell,
  type Figure,
  type Memory,
} from './metrics-memory.ts'
import type { Audience } from './view.ts'

/**
 * What a sponsor sees of a cohort at one date, and of topics and ratings a coordinator; what stays as published. Figures that would tell of fewer than `k`
 * people are left out (INV34). `kind` and `audience` keep it apart from anything that is not suppressed.
 */
export interface Publication {
  readonly kind: 'published'
  readonly audience: ReadonlyArray<Extract<Audience, 'coordinator' | 'sponsor'>>
  readonly asOf: Instant
  readonly k: number
  readonly figures: ReadonlyArray<Figure>
  readonly daysToFormal: DaysToFormal
}

/** A publication, and the cohort's state as it was then. */
export interface Earlier {
  readonly publication: Publication
  readonly cohort: Cohort
}

/** The widest groups first: of two figures too close to each other the first one is published. */
const order: ReadonlyArray<string> = [
  'enrolled',
  'matched',
  'formal',
  'met',
  'complete',
  'cross-unit',
  'stalled',
  'recovered',
  'both-ways',
  'sessions-ended',
  'sessions-held',
]

/** What was published before stays first in line; then by width, then by name. */
const inOrder =
  (published: ReadonlySet<string>) =>
  (a: string, b: string): number => {
    const rank = (figure: string): string => {
      const place = order.indexOf(figure)
      const widest = figure.endsWith(' observed') ? order.length : order.length + 1
      const width = place < 0 ? widest : place
      return `${published.has(figure) ? '0' : '1'} ${String(width).padStart(2, '0')} ${figure}`
    }
    return rank(a) < rank(b) ? -1 : 1
  }

const sumOf = (contributions: Contributions): number => {
  let sum = 0
  for (const amount of contributions.values()) sum += amount
  return Math.round(100 * sum) / 100
}

/** What a coordinator's other views show of each person exactly, told or not. */
const seenToday = ['matched', 'formal', 'met', 'sessions-held', 'sessions-ended']

const daysNow = (cohort: Cohort, asOf: Instant, k: number, { days }: Memory): DaysToFormal => {
  const now = daysToFormal(cohort)
  const isOld = days !== undefined && peopleBetween(daysToFormal(days.cohort), now) < k
  if (isOld) return days.told
  const median = quantile(now, 0.5, k)
  const p90 = quantile(now, 0.9, k)
  return {
    ...(median !== undefined && { median }),
    ...(p90 !== undefined && { p90 }),
    since: asOf,
  }
}

const remembered = (memory: Memory, { cohort, publication }: Earlier, then: Tally): void => {
  memory.first ??= then
  if (publication.daysToFormal.since === publication.asOf)
    memory.days = { told: publication.daysToFormal, cohort }
}

/** The next publication; what it tells anew is remembered. */
const publishNext = (memory: Memory, { asOf, cohort }: StateAt): Publication => {
  const k = cohort.opened?.rules.k ?? 1
  const now = tally(cohort)
  const before = new Set(memory.told.keys())
  const names = [...new Set([...before, ...now.keys()])].sort(inOrder(before))
  for (const figure of names) {
    const cell = cellIn(now, figure)
    if (!readings(memory, figure).every((then) => isNews(then, cell, k))) continue
    const seen = topicOf(figure) === undefined ? [] : seenToday.map((name) => cellIn(now, name))
    const known = {
      standing: [...standing(memory, figure), ...seen],
      ever: [...everRead(memory, figure), ...seen],
      rests: memory.rests,
      before: (left: Rest) => restsBefore(memory, left),
    }
    if (!canBeTold(cell, known, k)) continue
    const enrolled = memory.told.get('enrolled')?.as.people
    const people = cell.kind === 'sum' ? enrolled : cell.values.size
    if (people === undefined) continue
    tell(memory, { figure, total: sumOf(cell.values), people, since: asOf }, cell)
  }
  const publication: Publication = {
    kind: 'published',
    audience: ['coordinator', 'sponsor'],
    asOf,
    k,
    figures: names.flatMap((figure) => memory.told.get(figure)?.as ?? []),
    daysToFormal: daysNow(cohort, asOf, k, memory),
  }
  remembered(memory, { cohort, publication }, now)
  return publication
}

/** What earlier publications told, the oldest first. */
const memoryOf = (earlier: ReadonlyArray<Earlier>): Memory => {
  const memory = nothingTold()
  for (const then of earlier) {
    const { figures, asOf } = then.publication
    const was = tally(then.cohort)
    for (const as of figures) if (as.since === asOf) tell(memory, as, cellIn(was, as.figure))
    remembered(memory, then, was)
  }
  return memory
}

/**
 * The figures of a cohort at a date, given all publications before, the oldest first. A figure is read anew if at least
 * k people stand behind it, at least k of them have changed since each earlier reading, and no subtraction from any
 * reading of the others, of then or now, tells of fewer; else it stays as published, or held back. Figures that add up
 * the same part of everybody behind them are held back too. O(n) per pair of readings that are nearly the same.
 */
export const publishMetrics = (
  cohort: Cohort,
  asOf: Instant,
  earlier: ReadonlyArray<Earlier> = [],
): Publication => publishNext(memoryOf(earlier), { asOf, cohort })

/** A cohort's state at a date. */
export interface StateAt {
  readonly asOf: Instant
  readonly cohort: Cohort
}

/** One publication after the other, each in the light of those before; every state is looked at once. The oldest first. */
export function* publishInTurn(states: Iterable<StateAt>): Generator<Publication> {
  const memory = nothingTold()
  for (const state of states) yield publishNext(memory, state)
}

/** One published figure as a share of another; `undefined` unless both are published, and were read at one date. */
export const shareOf = (
  { figures }: Pick<Publication, 'figures'>,
  figure: string,
  of: string,
): number | undefined => {
  const part = figures.find((candidate) => candidate.figure === figure)
  const whole = figures.find((candidate) => candidate.figure === of)
  if (part === undefined || whole === undefined || part.since !== whole.since) return undefined
  return part.total / whole.total
}
