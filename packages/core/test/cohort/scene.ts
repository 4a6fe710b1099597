import { Command, type Event, Values } from '@reverse-mentoring/core'

/** The n-th id of a kind; the kind shows in its first digit. */
const uuid = (kind: string, n: number) =>
  `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const participant = (n: number) => uuid('1', n) as Values.ParticipantId
/** By the number of the participant whose it is. */
export const enrolment = (n: number) => uuid('2', n) as Values.EnrolmentId
export const pairing = (n: number) => uuid('3', n) as Values.PairingId
export const session = (n: number) => uuid('4', n) as Values.SessionId
export const meeting = (n: number) => uuid('5', n) as Values.MeetingId
export const run = (n: number) => uuid('6', n) as Values.RunId
/** An id of any other kind. */
export const other = (n: number) => uuid('f', n) as never
export const cohort = uuid('e', 1) as Values.CohortId
export const code = (text: string) => text as Values.Code

/** So many hours after the cohort's first day began. */
export const at = (hour: number): Values.Instant =>
  Values.plusMillis('2026-03-01T00:00:00.000Z' as Values.Instant, hour * Values.HOUR)

export const [m, e, m2, e2, m3, e3] = [1, 2, 3, 4, 5, 6].map(participant) as [
  Values.ParticipantId,
  Values.ParticipantId,
  Values.ParticipantId,
  Values.ParticipantId,
  Values.ParticipantId,
  Values.ParticipantId,
]
export const boss = participant(9)
export const coordinator: Values.Actor = { role: 'coordinator', id: participant(90) }
export const system: Values.Actor = { role: 'system', id: participant(91) }
export const self = (id: Values.ParticipantId): Values.Actor => ({ role: 'participant', id })

/** What every event has. */
export const said = (by: Values.Actor, hour: number) => ({ at: at(hour), by })

/** What every command has. */
export const says = (by: Values.Actor, hour: number) => ({ cohort, ...said(by, hour) })

export const opening = (rules: Partial<Event.Rules> = {}): Event.CohortOpened => ({
  type: 'CohortOpened',
  ...said(coordinator, 0),
  cohort,
  programme: other(1),
  zone: 'Europe/London' as Values.Zone,
  start: at(0),
  plannedEnd: at(24 * 180),
  mode: 'reverse',
  terms: 1,
  rules: { ...Command.defaultRules, ...rules },
  codes: {
    topics: [code('data'), code('design')],
    goals: [code('listen'), code('try')],
    objectives: [code('retention')],
    questions: [code('heard'), code('useful')],
    themes: [code('time'), code('trust')],
    rules: [
      { code: code('topics'), disclosure: 'both' },
      { code: code('region'), disclosure: 'none' },
    ],
    policies: [code('topics-first')],
  },
})

const number = (id: Values.ParticipantId) => Number(id.slice(-12))

export const enrolled = (
  who: Values.ParticipantId,
  role: Values.Role,
  more: Partial<Event.Enrolled> = {},
): Event.Enrolled => ({
  type: 'Enrolled',
  ...said(coordinator, 1),
  enrolment: enrolment(number(who)),
  participant: who,
  role,
  capacity: 1,
  external: false,
  offered: [],
  sought: [],
  seniority: role === 'mentor' ? 2 : 8,
  chain: [],
  purposeAcknowledged: true,
  ...more,
})

export const briefed = (of: Values.ParticipantId): Event.BriefingCompleted => ({
  type: 'BriefingCompleted',
  ...said(coordinator, 1),
  enrolment: enrolment(number(of)),
})

/** Somebody is enrolled and through the gates. */
export const ready = (
  who: Values.ParticipantId,
  role: Values.Role,
  more: Partial<Event.Enrolled> = {},
): ReadonlyArray<Event.CohortEvent> => [enrolled(who, role, more), briefed(who)]

export const matched = (
  p: number,
  mentor: Values.ParticipantId,
  mentee: Values.ParticipantId,
  hour = 2,
): Event.Matched => ({
  type: 'Matched',
  ...said(coordinator, hour),
  pairing: pairing(p),
  mentor,
  mentee,
  reasons: [],
})

export const yes = (who: Values.ParticipantId, p: number, hour: number): Event.ConsentGiven => ({
  type: 'ConsentGiven',
  ...said(self(who), hour),
  purpose: 'pairing',
  pairing: pairing(p),
  terms: 1,
})

export const no = (who: Values.ParticipantId, p: number, hour: number): Event.ConsentWithdrawn => ({
  type: 'ConsentWithdrawn',
  ...said(self(who), hour),
  purpose: 'pairing',
  pairing: pairing(p),
})

export const agrees = (who: Values.ParticipantId, p: number, hour: number, terms = 1) =>
  ({
    type: 'GiveConsent',
    ...says(self(who), hour),
    purpose: 'pairing',
    pairing: pairing(p),
    terms,
  }) as const

export const refuses = (who: Values.ParticipantId, p: number, hour: number) =>
  ({
    type: 'WithdrawConsent',
    ...says(self(who), hour),
    purpose: 'pairing',
    pairing: pairing(p),
  }) as const

export const declared = (
  by: Values.ParticipantId,
  against: Values.ParticipantId,
  hour: number,
): Event.ConflictDeclared => ({ type: 'ConflictDeclared', ...said(self(by), hour), against })

export const scheduled = (
  s: number,
  p: number,
  by: Values.ParticipantId,
  hour: number,
  start: number,
): Event.SessionScheduled => ({
  type: 'SessionScheduled',
  ...said(self(by), hour),
  session: session(s),
  pairing: pairing(p),
  start: at(start),
  minutes: 45,
  mode: 'remote',
})

export const held = (
  s: number,
  p: number,
  by: Values.ParticipantId,
  hour: number,
  began: number,
): Event.SessionHeld => ({
  type: 'SessionHeld',
  ...said(self(by), hour),
  session: session(s),
  pairing: pairing(p),
  began: at(began),
  minutes: 45,
  byMentor: [code('data')],
  byMentee: [],
})

/** The command that leads to such a record. */
export const hold = ({ session: id, pairing: of, type: _type, ...event }: Event.SessionHeld) =>
  ({ type: 'HoldSession', cohort, ...event, sessions: [{ session: id, pairing: of }] }) as const

export const schedule = ({
  session: id,
  pairing: of,
  type: _type,
  ...event
}: Event.SessionScheduled) =>
  ({ type: 'ScheduleSession', cohort, ...event, sessions: [{ session: id, pairing: of }] }) as const

export const cancelled = (
  s: number,
  by: Values.ParticipantId,
  hour: number,
): Event.SessionCancelled => ({
  type: 'SessionCancelled',
  ...said(self(by), hour),
  session: session(s),
  cancelledBy: 'mentee',
  notice: 24,
})

export const reopened = (
  s: number,
  by: Values.ParticipantId,
  hour: number,
): Event.SessionReopened => ({
  type: 'SessionReopened',
  ...said(self(by), hour),
  session: session(s),
})

export const closed = (hour: number): Event.CohortClosed => ({
  type: 'CohortClosed',
  ...said(coordinator, hour),
})

export const ended = (p: number, reason: Event.EndReason, hour: number): Event.PairingEnded => ({
  type: 'PairingEnded',
  ...said(reason === 'lapsed' ? system : coordinator, hour),
  pairing: pairing(p),
  reason,
})

export const withdrew = (who: Values.ParticipantId, hour: number): Event.ParticipantWithdrew => ({
  type: 'ParticipantWithdrew',
  ...said(self(who), hour),
  enrolment: enrolment(number(who)),
})

export const erased = (who: Values.ParticipantId, hour: number): Event.ParticipantErased => ({
  type: 'ParticipantErased',
  ...said(self(who), hour),
  participant: who,
})

/** `B`: open, a mentor and a mentee through the gates. */
export const B: ReadonlyArray<Event.CohortEvent> = [
  opening(),
  ...ready(m, 'mentor'),
  ...ready(e, 'mentee'),
]
/** `P`: the two are matched. */
export const P: ReadonlyArray<Event.CohortEvent> = [...B, matched(1, m, e)]
/** `F`: both have agreed. */
export const F: ReadonlyArray<Event.CohortEvent> = [...P, yes(e, 1, 3), yes(m, 1, 4)]
