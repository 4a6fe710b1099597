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

/** What became of a pairing until day 100, by its number: each kind of level, and plans. */
const lifeOf = (n: number): ReadonlyArray<Event.CohortEvent> => {
  const id = 10 * n
  const kind = n % 7
  const first = met(id, n, 8 + (n % 5), n % 3 === 0 ? ['design'] : ['data'])
  const later = [30, 52, 74].map((day, i) => met(id + 1 + i, n, day + (n % 6), ['data']))
  const plan = Scene.scheduled(id + 7, n, mentor(n), 24 * 95, 24 * (101 + (n % 9)))
  if (kind === 0) return [first]
  if (kind === 1) return [first, ...calledOff(id + 8, n, 60), ...calledOff(id + 9, n, 68, 'mentor')]
  if (kind === 2) return [first, ...later, ...calledOff(id + 8, n, 90), plan]
  if (kind === 3) return [first, ...later, Scene.ended(n, 'completed', 24 * 85)]
  return [first, ...later, plan]
}

/** A cohort of so many pairs after a hundred days, with proposals that wait and people who do. */
export const cohortOf = (pairs: number, named = false): ReportData => {
  const numbers = Array.from({ length: pairs }, (_, i) => i + 1)
  const waiting = [mentor(5001), mentor(5002)]
  const late = [5003, 5004]
  const events = [
    ...formal(pairs, { cadenceDays: 21, leastSessions: 3 }),
    ...waiting.flatMap((id) => Scene.ready(id, 'mentor')),
    ...late.flatMap((n) => [
      ...Scene.ready(mentor(n), 'mentor'),
      ...Scene.ready(mentee(n), 'mentee'),
      Scene.matched(n, mentor(n), mentee(n), 24 * 95),
    ]),
    ...numbers.flatMap(lifeOf),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const of = (list: ReadonlyArray<string>, n: number) => list[n % list.length] ?? ''
  const everybody = numbers.flatMap((n) => [mentor(n), mentee(n)] as const)
  const places = new Map(everybody.map((id, i) => [id, i]))
  return shown(events, 100, {
    title: 'A cohort',
    notice: 'Made up for a test.',
    people: new Map(everybody.map((id, i) => [id, { department: of(departments, i * i + 1) }])),
    digital: new Set([Scene.code('data')]),
    targetMatchRate: 0.8,
    ...(named && { nameOf: (id: Values.ParticipantId) => of(names, places.get(id) ?? 0) }),
  })
}
