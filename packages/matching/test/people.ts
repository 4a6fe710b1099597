import { type Matching, type Port, Values } from '@reverse-mentoring/core'
import { chance } from './engine/pools.ts'

/** The n-th id, of people (1), enrolments (2) or whatever else. */
const uuid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`

export const person = (n: number): Values.ParticipantId => {
  const id = uuid(1, n)
  if (Values.ParticipantId.is(id)) return id
  throw new Error(id)
}

export const codeOf = (text: string): Values.Code => text as Values.Code
export const asOf = '2026-03-01T10:00:00.000Z' as Values.Instant
export const context: Port.MatchingContext = { seed: 7, asOf }

/** Somebody in a pool of whom nothing particular is known. */
export const candidate = (
  role: Values.Role,
  n: number,
  more: Partial<Matching.Candidate> = {},
): Matching.Candidate => ({
  participant: person(n),
  enrolment: uuid(2, n) as Values.EnrolmentId,
  role,
  places: 1,
  seniority: role === 'mentor' ? 1 : 9,
  chain: [],
  external: false,
  offered: [],
  sought: [],
  waitingSince: asOf,
  attributes: {},
  ...more,
})

export const mentor = (n: number, more: Partial<Matching.Candidate> = {}): Matching.Candidate =>
  candidate('mentor', n, more)
export const mentee = (n: number, more: Partial<Matching.Candidate> = {}): Matching.Candidate =>
  candidate('mentee', n, more)

/** A pool of these people, in which nothing is forbidden. */
export const poolOf = (
  mentors: ReadonlyArray<Matching.Candidate>,
  mentees: ReadonlyArray<Matching.Candidate>,
  more: Partial<Matching.MatchingPool> = {},
): Matching.MatchingPool => ({
  mentors,
  mentees,
  notReady: [],
  locked: [],
  forbidden: [],
  mode: 'reverse',
  sameManager: 'allowed',
  rules: [],
  ...more,
})

const topics = ['data', 'design', 'gaming', 'ai', 'web', 'brand'].map(codeOf)
const regions = ['emea', 'apac', 'americas']
const zones = ['Europe/London', 'Asia/Kolkata', 'America/New_York', 'Mars/Olympus']

/** A pool by a seed: attributes, grades, lines and conflicts vary, some are unknown, and somebody can be on both sides. */
export const seededPeople = (seed: number, most: number): Matching.MatchingPool => {
  const below = chance(seed)
  const some = <T>(list: ReadonlyArray<T>): ReadonlyArray<T> => list.filter(() => below(3) === 0)
  const maybe = <T>(name: string, value: T): Readonly<Record<string, T>> =>
    below(5) === 0 ? {} : { [name]: value }
  const anyone = () => person(1 + below(2 * most))
  const of = (role: Values.Role, n: number): Matching.Candidate =>
    candidate(role, n, {
      places: 1 + below(3),
      seniority: (role === 'mentor' ? 1 : 3) + below(4),
      chain: Array.from({ length: below(3) }, anyone).filter((id) => id !== person(n)),
      external: below(8) === 0,
      offered: some(topics),
      sought: some(topics),
      waitingSince: Values.plusDays(asOf, -below(100)),
      attributes: {
        ...maybe('region', regions[below(3)] ?? ''),
        ...maybe('department', `d${String(below(4))}`),
        ...maybe('location', `l${String(below(4))}`),
        ...maybe('languages', some(['en', 'de', 'fr'])),
        ...maybe('zone', zones[below(4)] ?? ''),
        ...maybe('extraversion', below(11)),
      },
    })
  const mentors = Array.from({ length: below(most + 1) }, (_, n) => of('mentor', 1 + n))
  const mentees = Array.from({ length: below(most + 1) }, (_, n) =>
    of('mentee', below(9) === 0 ? 1 + n : 1 + most + n),
  )
  const isIn = (role: Values.Role) => (id: Values.ParticipantId) =>
    (role === 'mentor' ? mentors : mentees).some(({ participant }) => participant === id)
  const pairs = Array.from({ length: below(most) }, () => ({ first: anyone(), second: anyone() }))
  return poolOf(mentors, mentees, {
    notReady: below(3) === 0 ? [{ participant: person(9999), role: 'mentee' }] : [],
    forbidden: pairs.filter(({ first, second }) => isIn('mentor')(first) || isIn('mentee')(second)),
    sameManager: below(2) === 0 ? 'allowed' : 'forbidden',
    mode: below(2) === 0 ? 'reverse' : 'reciprocal',
  })
}
