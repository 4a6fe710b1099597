import type { Cohort } from '../cohort/state/cohort.ts'
import type { Instant } from '../values/instant.ts'
import { daysToFormal, peopleBetween, quantile } from './days-to-formal.ts'
import { kindOf, tally, topicOf, type Contributions, type Tally } from './metrics-cells.ts'
import { canBeTold, changed, type Cell } from './metrics-disclosure.ts'
import type { Audience } from './view.ts'

/** One published figure: a sum over `people` people, and since when it reads so. */
export interface Figure {
  readonly figure: string
  readonly total: number
  /** Who contributes, each once; of what happened in sessions, who is enrolled: for who never met is not told. */
  readonly people: number
  readonly since: Instant
}

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
  /** Median and 90th percentile of the days from proposal to formal, where enough people stand on either side. */
  readonly daysToFormal: {
    readonly median?: number
    readonly p90?: number
    readonly since?: Instant
  }
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

interface Told extends Cell {
  readonly as: Figure
}

/** The publications so far, each with what stood behind it. */
type Past = ReadonlyArray<Earlier & { readonly tally: Tally }>

const noContributions: Contributions = new Map()

/** What stood behind each reading of a figure; of one that was never told, how it was at the first publication. */
const readings = (past: Past, figure: string): ReadonlyArray<Contributions> => {
  const told = past.filter(({ publication }) =>
    publication.figures.some((one) => one.figure === figure && one.since === publication.asOf),
  )
  return (told.length > 0 ? told : past.slice(0, 1)).map(
    (then) => then.tally.get(figure) ?? noContributions,
  )
}

/** The figures of the last publication, each with what stood behind it when it was read. */
const toldBefore = (past: Past): ReadonlyMap<string, Told> =>
  new Map(
    (past.at(-1)?.publication.figures ?? []).map((as) => {
      const then = past.find(({ publication }) => publication.asOf === as.since)
      const values = then?.tally.get(as.figure) ?? noContributions
      return [as.figure, { figure: as.figure, values, as }]
    }),
  )

/** Every reading that was ever published, as it was read. */
const everRead = (past: Past): ReadonlyArray<Cell> =>
  past.flatMap(({ publication: { figures, asOf }, tally: then }) =>
    figures
      .filter(({ since }) => since === asOf)
      .map(({ figure }) => ({ figure, values: then.get(figure) ?? noContributions })),
  )

/** What a coordinator's other views show of each person exactly. */
const seenOf = (now: Tally): ReadonlyArray<Cell> =>
  ['matched', 'formal', 'met', 'sessions-held', 'sessions-ended'].map((figure) => ({
    figure,
    values: now.get(figure) ?? noContributions,
  }))

const daysNow = (
  cohort: Cohort,
  asOf: Instant,
  k: number,
  past: Past,
): Publication['daysToFormal'] => {
  const before = past.at(-1)?.publication.daysToFormal
  const then = past.find(({ publication }) => publication.asOf === before?.since)
  const days = daysToFormal(cohort)
  const isNews = then === undefined || peopleBetween(daysToFormal(then.cohort), days) >= k
  if (before !== undefined && !isNews) return before
  const median = quantile(days, 0.5, k)
  const p90 = quantile(days, 0.9, k)
  return {
    ...(median !== undefined && { median }),
    ...(p90 !== undefined && { p90 }),
    since: asOf,
  }
}

const published = (cohort: Cohort, now: Tally, asOf: Instant, past: Past): Publication => {
  const k = cohort.opened?.rules.k ?? 1
  const told = new Map(toldBefore(past))
  const names = [...new Set([...told.keys(), ...now.keys()])].sort(inOrder(new Set(told.keys())))
  const ever = [...everRead(past)]
  for (const figure of names) {
    const values = now.get(figure) ?? noContributions
    const cell = { figure, values }
    const isOther = (other: Cell): boolean => other.figure !== figure
    // Of everybody's sessions a coordinator sees today's count, told or not.
    const seen = topicOf(figure) === undefined ? [] : seenOf(now)
    const known = {
      standing: [...told.values()].filter(isOther),
      ever: [...ever.filter(isOther), ...seen],
    }
    const isNews = readings(past, figure).every((then) => changed(then, values) >= k)
    if (!isNews || !canBeTold(cell, known, k)) continue
    const enrolled = told.get('enrolled')?.as.people
    const people = kindOf(figure) === 'sum' ? enrolled : values.size
    if (people === undefined) continue
    ever.push(cell)
    told.set(figure, { ...cell, as: { figure, total: sumOf(values), people, since: asOf } })
  }
  return {
    kind: 'published',
    audience: ['coordinator', 'sponsor'],
    asOf,
    k,
    figures: names.flatMap((figure) => told.get(figure)?.as ?? []),
    daysToFormal: daysNow(cohort, asOf, k, past),
  }
}

/**
 * The figures of a cohort at a date, given all publications before, the oldest first. A figure is read anew if at least
 * k people stand behind it, at least k of them have changed since each earlier reading, and no subtraction from any
 * reading of the others, of then or now, tells of fewer; else it stays as published, or held back. O(n) per pair of figures.
 */
export const publishMetrics = (
  cohort: Cohort,
  asOf: Instant,
  earlier: ReadonlyArray<Earlier> = [],
): Publication => {
  const past = earlier.map((then) => ({ ...then, tally: tally(then.cohort) }))
  return published(cohort, tally(cohort), asOf, past)
}

/** A cohort's state at a date. */
export interface StateAt {
  readonly asOf: Instant
  readonly cohort: Cohort
}

/** One publication after the other, each in the light of those before; every state is looked at once. The oldest first. */
export const publishInTurn = (states: Iterable<StateAt>): ReadonlyArray<Publication> => {
  const past: Array<Past[number]> = []
  for (const { asOf, cohort } of states) {
    const now = tally(cohort)
    past.push({ cohort, tally: now, publication: published(cohort, now, asOf, past) })
  }
  return past.map(({ publication }) => publication)
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
