import { Cohort, Command, type Event, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'

const made = <A>(codec: t.Decoder<unknown, A>, value: unknown): A => {
  const decoded = codec.decode(value)
  if (E.isLeft(decoded)) throw new Error(`no ${codec.name}: ${String(value)}`)
  return decoded.right
}

/** The n-th id of a kind, shaped like a random one. */
const id = <A>(codec: t.Decoder<unknown, A>, kind: number, n: number): A =>
  made(
    codec,
    `${n.toString(16).padStart(8, '0')}-${kind.toString(16).padStart(4, '0')}-4000-8000-${((n * 2654435761) % 2 ** 40).toString(16).padStart(12, '0')}`,
  )

const start = Date.parse('2026-01-05T08:00:00.000Z')
const at = (minutes: number): Values.Instant =>
  made(Values.Instant, new Date(start + minutes * 60_000).toISOString())

const coordinator: Values.Actor = { role: 'coordinator', id: id(Values.ParticipantId, 1, 1) }
const mentorId = (n: number) => id(Values.ParticipantId, 2, n)
const menteeId = (n: number) => id(Values.ParticipantId, 3, n)
const pairingId = (n: number) => id(Values.PairingId, 4, n)
const code = (text: string) => made(Values.Code, text)

const opened = (): Event.CohortEvent => ({
  type: 'CohortOpened',
  at: at(0),
  by: coordinator,
  cohort: id(Values.CohortId, 5, 1),
  programme: id(Values.ProgrammeId, 6, 1),
  zone: made(Values.Zone, 'Europe/London'),
  start: at(0),
  plannedEnd: at(260_000),
  mode: 'reverse',
  terms: 1,
  rules: { ...Command.defaultRules, gates: { purpose: true, briefing: [] } },
  codes: {
    ...Command.noCodes,
    topics: ['ai', 'video', 'security'].map(code),
    questions: [code('useful')],
  },
})

const enrolment = (n: number, role: Values.Role): Event.CohortEvent => ({
  type: 'Enrolled',
  at: at(1),
  by: coordinator,
  enrolment: id(Values.EnrolmentId, role === 'mentor' ? 7 : 8, n),
  participant: role === 'mentor' ? mentorId(n) : menteeId(n),
  role,
  capacity: 1,
  external: false,
  offered: [code('ai')],
  sought: [code('video')],
  seniority: role === 'mentor' ? 2 : 9,
  chain: [id(Values.ParticipantId, 9, n % 40), id(Values.ParticipantId, 9, 100)],
  purposeAcknowledged: true,
})

const pairing = (n: number): ReadonlyArray<Event.CohortEvent> => {
  const said = { purpose: 'pairing', pairing: pairingId(n), terms: 1 } as const
  return [
    {
      type: 'Matched',
      at: at(10),
      by: coordinator,
      pairing: pairingId(n),
      mentor: mentorId(n),
      mentee: menteeId(n),
      reasons: [],
      score: 100 + (n % 50),
      differs: { region: n % 2 === 0, department: true },
    },
    { type: 'ConsentGiven', at: at(20), by: { role: 'participant', id: menteeId(n) }, ...said },
    { type: 'ConsentGiven', at: at(30), by: { role: 'participant', id: mentorId(n) }, ...said },
  ]
}

/** Three events of one session: planned, then moved or not, then held or called off; now and then with feedback. */
const session = (n: number, turn: number): ReadonlyArray<Event.CohortEvent> => {
  const number = turn * 100_000 + n
  const planned = 1000 + turn * 100
  const by: Values.Actor = { role: 'participant', id: turn % 2 === 0 ? mentorId(n) : menteeId(n) }
  const of = { session: id(Values.SessionId, 10, number), pairing: pairingId(n) }
  const ended: Event.CohortEvent =
    (n + turn) % 5 === 0
      ? {
          type: 'SessionCancelled',
          at: at(planned - 30),
          by,
          session: of.session,
          cancelledBy: 'mentee',
          notice: 0,
        }
      : {
          type: 'SessionHeld',
          at: at(planned + 50),
          by,
          ...of,
          began: at(planned),
          minutes: 45,
          byMentor: [code('ai')],
          byMentee: [],
        }
  return [
    {
      type: 'SessionScheduled',
      at: at(planned - 60),
      by,
      ...of,
      start: at(planned),
      minutes: 45,
      mode: 'remote',
    },
    ended,
    {
      type: 'FeedbackGiven',
      at: at(planned + 60),
      by,
      feedback: id(Values.FeedbackId, 11, number),
      pairing: of.pairing,
      session: of.session,
      question: code('useful'),
      occasion: 'session',
      rating: 1 + ((n + turn) % 5),
      themes: [],
    },
  ]
}

/** A lively cohort of at least so many events: a pairing for every 75 of them, as in a real cohort of 600 pairs. */
export const largeCohort = (events: number): ReadonlyArray<Event.CohortEvent> => {
  const pairs = Math.max(1, Math.round(events / 75))
  const numbers = Array.from({ length: pairs }, (_, n) => n)
  const history = [
    opened(),
    ...numbers.flatMap((n) => [enrolment(n, 'mentor'), enrolment(n, 'mentee')]),
    ...numbers.flatMap(pairing),
  ]
  for (let turn = 0; history.length < events; turn += 1) {
    for (const n of numbers) history.push(...session(n, turn))
  }
  return history.slice(0, events)
}

/** Tells that nothing of the history was ignored: a benchmark of a fold over nonsense would be worth nothing. */
export const isWhole = (history: ReadonlyArray<Event.CohortEvent>): boolean => {
  const cohort = Cohort.foldCohort(history)
  const formal = Cohort.pairings(cohort).filter(({ _tag }) => _tag === 'Formal').length
  return formal === Cohort.pairings(cohort).length && formal === Math.round(history.length / 75)
}
