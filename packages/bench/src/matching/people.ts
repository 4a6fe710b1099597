import type { Matching, Values } from '@reverse-mentoring/core'
import { fractions } from './pools.ts'

const uuid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`
const person = (n: number) => uuid(1, n) as Values.ParticipantId

const asOf = '2026-03-01T10:00:00.000Z' as Values.Instant
const zones = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Asia/Singapore',
]
const regions = ['emea', 'emea', 'americas', 'americas', 'apac', 'apac']
const languages = ['en', 'de', 'es', 'hi', 'zh', 'pt', 'fr']

/** The chain of somebody in a tree of eight reports each: the managers are people of their own. */
const chainOf = (team: number): ReadonlyArray<Values.ParticipantId> => {
  const chain: Array<Values.ParticipantId> = []
  for (let node = team; ; node = Math.floor((node - 1) / 8)) {
    chain.push(uuid(3, node) as Values.ParticipantId)
    if (node === 0) return chain
  }
}

/**
 * A pool as a large company would have it: 60 topics, of which each offers or seeks two to five, six zones, 25
 * departments, grades, a tree of managers. So many on each side; somebody's places are 1 or 2.
 */
export const company = (people: number, seed: number): Matching.MatchingPool => {
  const next = fractions(seed)
  const below = (n: number): number => Math.floor(next() * n)
  const popular = (n: number): number => Math.floor(next() ** 1.5 * n)
  const topics = (): ReadonlyArray<Values.Code> => [
    ...new Set(
      Array.from({ length: 2 + below(4) }, () => `topic-${String(popular(60))}` as Values.Code),
    ),
  ]
  const candidate = (role: Values.Role, n: number): Matching.Candidate => {
    const office = below(6)
    return {
      participant: person(n),
      enrolment: uuid(2, n) as Values.EnrolmentId,
      role,
      places: 1 + below(2),
      seniority: role === 'mentor' ? 1 + below(5) : 4 + below(5),
      chain: chainOf(below(2500)),
      external: false,
      offered: topics(),
      sought: topics(),
      waitingSince: new Date(
        Date.parse(asOf) - below(200) * 86_400_000,
      ).toISOString() as Values.Instant,
      attributes: {
        zone: zones[office] ?? '',
        region: regions[office] ?? '',
        department: `department-${String(below(25))}`,
        location: `location-${String(office)}-${String(below(4))}`,
        languages: ['en', languages[1 + below(6)] ?? ''].slice(below(10) === 0 ? 1 : 0),
        extraversion: below(11),
      },
    }
  }
  return {
    mentors: Array.from({ length: people }, (_, n) => candidate('mentor', 1 + n)),
    mentees: Array.from({ length: people }, (_, n) => candidate('mentee', 1 + people + n)),
    notReady: [],
    locked: [],
    forbidden: Array.from({ length: Math.floor(people / 10) }, () => ({
      first: person(1 + below(people)),
      second: person(1 + people + below(people)),
    })),
    mode: 'reverse',
    sameManager: 'forbidden',
    rules: [],
  }
}
