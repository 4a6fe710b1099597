import type { Cohort } from '../cohort/state/cohort.ts'
import type { Instant } from '../values/instant.ts'
import type { ParticipantId } from '../values/id.ts'
import { daysToFormal, tally, type Contributions } from './metrics-cells.ts'

/** One published figure: a sum over `people` people, each of whom counts once. */
export interface Figure {
  readonly figure: string
  readonly total: number
  readonly people: number
}

/**
 * What a sponsor sees of a cohort at one date, and what stays as published. Figures that would tell of fewer than `k`
 * people are left out (INV34). `kind` keeps it apart from anything that is not suppressed.
 */
export interface Publication {
  readonly kind: 'published'
  readonly asOf: Instant
  readonly k: number
  readonly figures: ReadonlyArray<Figure>
  /** Median and 90th percentile of the days from proposal to formal, where enough people stand on either side. */
  readonly daysToFormal: { readonly median?: number; readonly p90?: number }
}

/** The publication before, and the cohort's state as it was then. */
export interface Earlier {
  readonly publication: Publication
  readonly cohort: Cohort
}

const without = (a: Contributions, b: Contributions): number => {
  let only = 0
  for (const id of a.keys()) if (!b.has(id)) only += 1
  return only
}

/** Whether subtracting one figure from the other would tell of fewer than k people: one contains the other, nearly. */
const tellsApart = (a: Contributions, b: Contributions, k: number): boolean => {
  const [onlyA, onlyB] = [without(a, b), without(b, a)]
  return (onlyB === 0 && onlyA < k) || (onlyA === 0 && onlyB < k)
}

const changed = (before: Contributions, now: Contributions): number => {
  const ids = new Set<ParticipantId>([...before.keys(), ...now.keys()])
  let people = 0
  for (const id of ids) if (before.get(id) !== now.get(id)) people += 1
  return people
}

const isSum = (figure: string): boolean => /^(sessions|gaps)/.test(figure)

const sumOf = (contributions: Contributions): number => {
  let sum = 0
  for (const amount of contributions.values()) sum += amount
  return sum
}

const noContributions: Contributions = new Map()

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
]

/** What was published before stays first in line; then by width, then by name. */
const inOrder =
  (published: ReadonlyMap<string, Figure>) =>
  (a: string, b: string): number => {
    const rank = (figure: string): string => {
      const place = order.indexOf(figure)
      const width = place < 0 ? order.length : place
      return `${published.has(figure) ? '0' : '1'} ${String(width).padStart(2, '0')} ${figure}`
    }
    return rank(a) < rank(b) ? -1 : 1
  }

/** A value of an ascending list, where at least k stand on both sides of it. */
const quantile = (sorted: ReadonlyArray<number>, q: number, k: number): number | undefined =>
  sorted.length * Math.min(q, 1 - q) >= k ? sorted[Math.floor(sorted.length * q)] : undefined

/**
 * The figures of a cohort at a date. A figure is published if at least k people stand behind it, no other published
 * one differs from it by fewer than k people, and, where there was a publication before, it is as published then or
 * at least k people have changed. O(n) per pair of figures.
 */
export const publishMetrics = (cohort: Cohort, asOf: Instant, earlier?: Earlier): Publication => {
  const k = cohort.opened?.rules.k ?? 1
  const now = tally(cohort).cells
  const then = earlier === undefined ? undefined : tally(earlier.cohort).cells
  const published = new Map(earlier?.publication.figures.map((figure) => [figure.figure, figure]))
  const shown: Array<readonly [Figure, Contributions]> = []
  for (const figure of [...now.keys()].sort(inOrder(published))) {
    const contributions = now.get(figure) ?? noContributions
    const before = then?.get(figure) ?? noContributions
    const stays = then !== undefined && changed(before, contributions) < k
    const kept = published.get(figure)
    if (stays) {
      if (kept !== undefined) shown.push([kept, before])
      continue
    }
    if (contributions.size < k) continue
    const others = isSum(figure) ? [] : shown.filter(([other]) => !isSum(other.figure))
    if (others.some(([, other]) => tellsApart(other, contributions, k))) continue
    shown.push([{ figure, total: sumOf(contributions), people: contributions.size }, contributions])
  }
  const days = daysToFormal(cohort)
  const median = quantile(days, 0.5, k)
  const p90 = quantile(days, 0.9, k)
  return {
    kind: 'published',
    asOf,
    k,
    figures: shown.map(([figure]) => figure),
    daysToFormal: {
      ...(median !== undefined && { median }),
      ...(p90 !== undefined && { p90 }),
    },
  }
}

/** One published figure as a share of another; `undefined` unless both are published. */
export const shareOf = (
  { figures }: Publication,
  figure: string,
  of: string,
): number | undefined => {
  const part = figures.find((candidate) => candidate.figure === figure)
  const whole = figures.find((candidate) => candidate.figure === of)
  return part === undefined || whole === undefined ? undefined : part.total / whole.total
}
