import { type Cohort, type View, type Event, type Values } from '@reverse-mentoring/core'
import type { Core } from '../walk/core.ts'
import { foldFrom, type Walk } from '../walk/walk.ts'
import { firstBroken, type Invariant } from './invariant.ts'
import { contributions, type Parts } from './contributions.ts'

/** Walks are of few people. */
const K = 2

/** Publications at three dates of a walk, each given those before. */
const publications = ({ events }: Walk, core: Core): ReadonlyArray<View.Earlier> => {
  const earlier: Array<View.Earlier> = []
  for (const part of [0.4, 0.7, 1]) {
    const until = Math.floor(events.length * part)
    const cohort = asOfK(foldFrom(core, events.slice(0, until)))
    const asOf = `20${String(30 + earlier.length)}-01-01T00:00:00.000Z` as Values.Instant
    earlier.push({ cohort, publication: core.publish(cohort, asOf, earlier) })
  }
  return earlier
}

const asOfK = (cohort: Cohort.Cohort): Cohort.Cohort => {
  const opened: Event.CohortOpened | undefined = cohort.opened
  return opened === undefined
    ? cohort
    : { ...cohort, opened: { ...opened, rules: { ...opened.rules, k: K } } }
}

/** One figure as it was read at one date, and who has what part in it. */
interface Reading {
  readonly figure: string
  readonly since: Values.Instant
  readonly parts: Parts
}

const readingsOf = ({ cohort, publication }: View.Earlier): ReadonlyArray<Reading> => {
  const now = contributions(cohort)
  return publication.figures
    .filter(({ since }) => since === publication.asOf)
    .flatMap(({ figure, since }) => {
      const parts = now(figure)
      return parts === undefined ? [] : [{ figure, since, parts }]
    })
}

const moreIn = (a: Parts, b: Parts): number =>
  [...a].filter(([id, part]) => part > (b.get(id) ?? 0)).length

const tooClose = (a: Reading, b: Reading): boolean => {
  const [more, less] = [moreIn(a.parts, b.parts), moreIn(b.parts, a.parts)]
  if (a.figure === b.figure) return more + less < K
  return (less === 0 && more < K) || (more === 0 && less < K)
}

const isOfOneVoice = ({ figure, parts }: Reading): boolean =>
  /^(sessions|topic)/.test(figure) && new Set(parts.values()).size === 1

const tells = (one: Reading, others: ReadonlyArray<Reading>): string | undefined => {
  if (one.parts.size < K) return `${one.figure} tells of ${String(one.parts.size)}`
  if (isOfOneVoice(one)) return `${one.figure} tells the part of each`
  const other = others.find((two) => two !== one && tooClose(one, two))
  return other && `${one.figure} beside ${other.figure} tells of fewer than ${String(K)}`
}

/** What ended and was not held, by who was to be there, of the readings that stand at one publication. */
const cancelled = (standing: ReadonlyArray<Reading>): Parts | undefined => {
  const of = (name: string) => standing.find(({ figure }) => figure === name)?.parts
  const [ended, held] = [of('sessions-ended'), of('sessions-held')]
  if (ended === undefined || held === undefined) return undefined
  return new Map([...ended].map(([id, part]) => [id, part - (held.get(id) ?? 0)]))
}

/** The readings that stand at each publication. */
const standingAt = (
  all: ReadonlyArray<View.Earlier>,
  readings: ReadonlyArray<Reading>,
): ReadonlyArray<ReadonlyArray<Reading>> =>
  all.map(({ publication: { figures } }) =>
    figures.flatMap(({ figure, since }) =>
      readings.filter((one) => one.figure === figure && one.since === since),
    ),
  )

const differing = (a: Parts, b: Parts): number =>
  [...new Set([...a.keys(), ...b.keys()])].filter((id) => (a.get(id) ?? 0) !== (b.get(id) ?? 0))
    .length

/** From one publication to another. */
const tellsWhoCancelled = (standing: ReadonlyArray<ReadonlyArray<Reading>>): string | undefined => {
  const known = standing.flatMap((one) => cancelled(one) ?? [])
  const few = known.flatMap((a) => known.map((b) => differing(a, b))).find((n) => n > 0 && n < K)
  return few === undefined ? undefined : `two dates tell that ${String(few)} cancelled`
}

/** INV34. */
export const publishedApart: Invariant = {
  rule: 'INV34',
  name: 'no published figure tells of fewer than k people, alone or beside another',
  broken: (walk, core) => {
    const published = publications(walk, core)
    const all = published.flatMap(readingsOf)
    return (
      firstBroken(all, (one) => tells(one, all)) ?? tellsWhoCancelled(standingAt(published, all))
    )
  },
}
