import { Command, type Event, type Values } from '@reverse-mentoring/core'
import { code, id } from './ids.ts'
import { at, said, self, the } from './the.ts'

/** A cohort opens, under the default rules but for what is said. */
export const opened = (rules: Partial<Event.Rules> = {}): Event.CohortOpened => ({
  type: 'CohortOpened',
  ...said(the.coordinator, 0),
  cohort: the.cohort,
  programme: the.programme,
  zone: 'Europe/London' as Values.Zone,
  start: at(0),
  plannedEnd: at(24 * 180),
  mode: 'reverse',
  terms: 1,
  rules: { ...Command.defaultRules, ...rules },
  codes: {
    topics: [code('data'), code('design'), code('gaming')],
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

/** The coordinator names who coordinates from then on. */
export const named = (
  hours: number,
  ...coordinators: ReadonlyArray<Values.ParticipantId>
): Event.CoordinatorsNamed => ({
  type: 'CoordinatorsNamed',
  ...said(the.coordinator, hours),
  coordinators,
})

/** The enrolment of the n-th participant as a mentor is the 2n-th one, as a mentee the next. */
export const enrolmentOf = (
  participant: Values.ParticipantId,
  role: Values.Role,
): Values.EnrolmentId =>
  id('enrolment', 2 * Number(participant.slice(-12)) + (role === 'mentee' ? 1 : 0))

/** Somebody is enrolled by the coordinator: a mentor of seniority 2, a mentee of 8, with nobody above. */
export const enrolled = (
  participant: Values.ParticipantId,
  role: Values.Role,
  more: Partial<Event.Enrolled> = {},
): Event.Enrolled => ({
  type: 'Enrolled',
  ...said(the.coordinator, 1),
  enrolment: enrolmentOf(participant, role),
  participant,
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

/** Somebody was briefed for the role. */
export const briefed = (
  participant: Values.ParticipantId,
  role: Values.Role,
): Event.BriefingCompleted => ({
  type: 'BriefingCompleted',
  ...said(the.coordinator, 1),
  enrolment: enrolmentOf(participant, role),
})

/** Somebody is enrolled and through the gates. */
export const ready = (
  participant: Values.ParticipantId,
  role: Values.Role,
  more: Partial<Event.Enrolled> = {},
): ReadonlyArray<Event.CohortEvent> => [
  enrolled(participant, role, more),
  briefed(participant, role),
]

/** Somebody leaves one role. */
export const withdrew = (
  participant: Values.ParticipantId,
  role: Values.Role,
  hours: number,
): Event.ParticipantWithdrew => ({
  type: 'ParticipantWithdrew',
  ...said(self(participant), hours),
  enrolment: enrolmentOf(participant, role),
})

/** Somebody is erased at their own wish. */
export const erased = (
  participant: Values.ParticipantId,
  hours: number,
): Event.ParticipantErased => ({
  type: 'ParticipantErased',
  ...said(self(participant), hours),
  participant,
})

/** Somebody declares a conflict. */
export const declared = (
  by: Values.ParticipantId,
  against: Values.ParticipantId,
  hours: number,
): Event.ConflictDeclared => ({ type: 'ConflictDeclared', ...said(self(by), hours), against })

/** The coordinator states who stands above somebody. */
export const lines = (
  participant: Values.ParticipantId,
  chain: ReadonlyArray<Values.ParticipantId>,
  hours: number,
): Event.LinesRecorded => ({
  type: 'LinesRecorded',
  ...said(the.coordinator, hours),
  lines: [{ participant, chain }],
})

/** The cohort closes. */
export const closed = (hours: number): Event.CohortClosed => ({
  type: 'CohortClosed',
  ...said(the.coordinator, hours),
})
