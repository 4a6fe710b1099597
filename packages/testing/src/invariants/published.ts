import { Cohort, View, type Event, type Values } from '@reverse-mentoring/core'
import { foldFrom, type Core, type Walk } from '../walk/walk.ts'
import { firstBroken, type Invariant } from './invariant.ts'

/** Walks are of few people. */
const K = 2

type People = ReadonlySet<Values.ParticipantId>

/** The people behind some figures, told from the state alone. */
const groups: Readonly<Record<string, (cohort: Cohort.Cohort) => People>> = {
  enrolled: (cohort) => new Set(Cohort.people(cohort).map(({ participant }) => participant)),
  matched: (cohort) => partiesOf(Cohort.pairings(cohort)),
  formal: (cohort) =>
    partiesOf(
      Cohort.pairings(cohort).filter(
        ({ answers }) => answers.mentor.yes !== undefined && answers.mentee.yes !== undefined,
      ),
    ),
  met: (cohort) =>
    partiesOf(
      Cohort.pairings(cohort).filter(({ sessions }) =>
        [...sessions].some((id) => Cohort.session(cohort, id)?.status.value === 'held'),
      ),
    ),
}

const partiesOf = (pairings: ReadonlyArray<Cohort.Pairing>): People =>
  new Set(pairings.flatMap(({ mentor, mentee }) => [mentor, mentee]))

const onlyIn = (a: People, b: People): number => [...a].filter((id) => !b.has(id)).length

/** Publications at three dates of a walk, each given those before. */
const publications = ({ events }: Walk, core: Core): ReadonlyArray<View.Earlier> => {
  const earlier: Array<View.Earlier> = []
  for (const part of [0.4, 0.7, 1]) {
    const until = Math.floor(events.length * part)
    const cohort = asOfK(foldFrom(core, events.slice(0, until)))
    const asOf = `20${String(30 + earlier.length)}-01-01T00:00:00.000Z` as Values.Instant
    earlier.push({ cohort, publication: View.publishMetrics(cohort, asOf, earlier) })
  }
  return earlier
}

const asOfK = (cohort: Cohort.Cohort): Cohort.Cohort => {
  const opened: Event.CohortOpened | undefined = cohort.opened
  return opened === undefined
    ? cohort
    : { ...cohort, opened: { ...opened, rules: { ...opened.rules, k: K } } }
}

interface Reading {
  readonly figure: string
  readonly people: People
  readonly since: Values.Instant
}

const readingsOf = (
  all: ReadonlyArray<View.Earlier>,
  { publication }: View.Earlier,
): ReadonlyArray<Reading> =>
  publication.figures.flatMap(({ figure, since }) => {
    const cohort = all.find((one) => one.publication.asOf === since)?.cohort
    const people = cohort === undefined ? undefined : groups[figure]?.(cohort)
    return people === undefined ? [] : [{ figure, people, since }]
  })

const tooClose = (a: Reading, b: Reading): boolean => {
  const [more, less] = [onlyIn(a.people, b.people), onlyIn(b.people, a.people)]
  if (a.figure === b.figure) return a.since !== b.since && more + less < K
  return (less === 0 && more < K) || (more === 0 && less < K)
}

/** INV34. */
export const publishedApart: Invariant = {
  rule: 'INV34',
  name: 'no published figure tells of fewer than k people, alone or beside another',
  broken: (walk, core) => {
    const all = publications(walk, core)
    return firstBroken(all, (publication) => {
      const readings = readingsOf(all, publication)
      const small = readings.find(({ people }) => people.size < K)
      if (small !== undefined) return `${small.figure} tells of ${String(small.people.size)}`
      return firstBroken(readings, (one) => {
        const before = all.flatMap((then) =>
          readingsOf(all, then).filter(({ figure }) => figure === one.figure),
        )
        const other = [...readings, ...before].find(
          (two) =>
            two !== one &&
            !(two.figure === one.figure && two.since === one.since) &&
            tooClose(one, two),
        )
        return other && `${one.figure} beside ${other.figure} tells of fewer than ${String(K)}`
      })
    })
  },
}
