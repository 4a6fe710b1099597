import type { Cohort, Ended, Formal, Pairing } from '../cohort/state/cohort.ts'
import { valuesOf } from '../cohort/state/table.ts'
import type { PairingId } from '../values/id.ts'
import { DAY, millis, type Instant } from '../values/instant.ts'

type Was = Formal | (Ended & { readonly formalAt: Formal['formalAt'] })

/** Whether both had agreed, whatever became of it. */
export const wasFormal = (pairing: Pairing): pairing is Was =>
  pairing._tag === 'Formal' || (pairing._tag === 'Ended' && pairing.formalAt !== undefined)

/** How long two people took to agree. */
interface Took {
  readonly pairing: PairingId
  readonly people: readonly [string, string]
  readonly days: number
}

/** Median and 90th percentile of the days from proposal to formal, where enough people stand on either side. */
export interface DaysToFormal {
  readonly median?: number
  readonly p90?: number
  readonly since?: Instant
}

/** Days from proposal to formal of every pairing that was formal, the shortest first. O(n log n). */
export const daysToFormal = (cohort: Cohort): ReadonlyArray<Took> =>
  valuesOf(cohort.pairings)
    .filter(wasFormal)
    .map(({ pairing, mentor, mentee, formalAt, matched }): Took => {
      const days = Math.round((millis(formalAt) - millis(matched.at)) / DAY)
      return { pairing, people: [mentor, mentee], days }
    })
    .sort((a, b) => a.days - b.days || (a.pairing < b.pairing ? -1 : 1))

const peopleOf = (took: ReadonlyArray<Took>): number =>
  new Set(took.flatMap(({ people }) => people)).size

/** A value of the list, where at least k pairings of at least k people stand on both sides of it. */
export const quantile = (sorted: ReadonlyArray<Took>, q: number, k: number): number | undefined => {
  const place = Math.floor(sorted.length * q)
  const sides = [sorted.slice(0, place), sorted.slice(place + 1)]
  const isWide = sides.every((side) => side.length >= k && peopleOf(side) >= k)
  return isWide ? sorted[place]?.days : undefined
}

/** How many people stand behind what is in one of the two lists and not in the other. */
export const peopleBetween = (a: ReadonlyArray<Took>, b: ReadonlyArray<Took>): number => {
  const without = (one: ReadonlyArray<Took>, other: ReadonlyArray<Took>) => {
    const known = new Set(other.map(({ pairing }) => pairing))
    return one.filter(({ pairing }) => !known.has(pairing))
  }
  return peopleOf([...without(a, b), ...without(b, a)])
}
