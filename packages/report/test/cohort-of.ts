import type { Event, Values } from '@reverse-mentoring/core'
import type { ReportData } from '@reverse-mentoring/report'
import { Scene } from '@reverse-mentoring/testing'
import { calledOff, formal, mentee, mentor, met, shown } from './worked.ts'

const departments = [
  'Sales',
  'Legal',
  'Finance',
  'Human Resources and Organisational Development',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'IT',
]

const names = [
  'Ada Li',
  'Wolfeschlegelsteinhausenbergerdorff the Younger',
  'Ọlá',
  'محمد',
  'Maria Teresa de la Cruz y Gómez',
]

const all = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i + 1)

/** A session in which both brought something up. */
const metBothWays = (...of: Parameters<typeof met>): Event.SessionHeld => {
  const session = met(...of)
  return { ...session, byMentee: [Scene.code('design')] }
}

/** What became of a pairing until day 100, by its number: each kind of level, and plans. */
const lifeOf = (n: number): ReadonlyArray<Event.CohortEvent> => {
  const id = 10 * n
  const kind = n % 7
  const hold = n % 4 === 0 ? metBothWays : met
  const first = hold(id, n, 8 + (n % 5), n % 3 === 0 ? ['design'] : ['data'])
  const later = [30, 52, 74].map((day, i) => hold(id + 1 + i, n, day + (n % 6), ['data']))
  const plan = Scene.scheduled(id + 7, n, mentor(n), 24 * 95, 24 * (101 + (n % 9)))
  if (kind === 0) return n % 2 === 0 ? [first] : []
  if (kind === 1) {
    const off = [...calledOff(id + 8, n, 60), ...calledOff(id + 9, n, 68, 'mentor')]
    return [first, ...off, ...(n % 2 === 0 ? [met(id + 4, n, 80)] : [])]
  }
  if (kind === 2) return [first, ...later, ...calledOff(id + 8, n, 90), plan]
  if (kind === 3) return [first, ...later, Scene.ended(n, 'completed', 24 * 85)]
  return [first, ...later, plan]
}

/** Two of three pairings link two units. */
const withDiffers = (event: Event.CohortEvent, i: number): Event.CohortEvent =>
  event.type === 'Matched' ? { ...event, differs: { region: i % 3 > 0, location: true } } : event

const bySaying = (a: Event.CohortEvent, b: Event.CohortEvent): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : 0

/** The matching of day 90, which left these waiting. */
const run = (left: ReadonlyArray<Values.ParticipantId>): Event.MatchingRan => {
  const reasons = ['not-admissible', 'too-few-places', 'places-serve-others-better'] as const
  return {
    type: 'MatchingRan',
    ...Scene.said(Scene.the.coordinator, 24 * 90),
    ...{ run: Scene.id('run', 1), basedOn: 5, policy: Scene.code('topics-first'), seed: 1 },
    ...{ policyVersion: '1' as Values.Version, digest: '0'.repeat(64) as Values.Digest },
    ...{
      part: 1,
      of: 1,
      pairs: 0,
      objective: { pairs: 0, score: 0 },
      bound: { pairs: 0, score: 0 },
    },
    unmatched: left.map((participant, i) => ({
      ...{ participant, role: 'mentor' as const },
      reason: reasons[i % reasons.length] ?? 'struck',
    })),
  }
}

/** A hundred days of so many pairs, with proposals that wait and people who do. */
export const eventsOf = (pairs: number): ReadonlyArray<Event.CohortEvent> => {
  const few = all(Math.max(2, Math.floor(pairs / 12)))
  const waiting = few.map((n) => mentor(5000 + n))
  const late = few.map((n) => 7000 + n)
  return [
    ...formal(pairs, { cadenceDays: 21, leastSessions: 3 }).map(withDiffers),
    ...waiting.flatMap((id) => Scene.ready(id, 'mentor')),
    run(waiting),
    ...late.flatMap((n) => [
      ...Scene.ready(mentor(n), 'mentor'),
      ...Scene.ready(mentee(n), 'mentee'),
      Scene.matched(n, mentor(n), mentee(n), 24 * 95),
    ]),
    ...all(pairs).flatMap(lifeOf),
  ].toSorted(bySaying)
}

/** What a report of it shows as of a day. */
export const cohortOf = (pairs: number, named = false, day = 100): ReportData => {
  const of = (list: ReadonlyArray<string>, n: number) => list[n % list.length] ?? ''
  const everybody = all(pairs).flatMap((n) => [mentor(n), mentee(n)] as const)
  const places = new Map(everybody.map((id, i) => [id, i]))
  return shown(eventsOf(pairs), day, {
    title: 'A cohort',
    notice: 'Made up for a test.',
    people: new Map(everybody.map((id, i) => [id, { department: of(departments, i * i + 1) }])),
    digital: new Set([Scene.code('data')]),
    targetMatchRate: 0.8,
    ...(named && { nameOf: (id: Values.ParticipantId) => of(names, places.get(id) ?? 0) }),
  })
}
