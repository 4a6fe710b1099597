import type { Event, Values } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'

/** The test kit's scene under short names: mentors are people of odd numbers, mentees of even ones. */
export const { B, F, P, asks: says, at, cancelled, closed, code, declared, ended } = Scene
export const { enrolled, erased, held, matched, no, ready, reopened, said, scheduled, self } = Scene
export const { named, opened: opening, yes } = Scene
export const { cohort, coordinator, deputy, manager: boss, system } = Scene.the

export const participant = (n: number) => Scene.id('participant', n)
export const pairing = (n: number) => Scene.id('pairing', n)
export const session = (n: number) => Scene.id('session', n)
export const meeting = (n: number) => Scene.id('meeting', n)
export const run = (n: number) => Scene.id('run', n)
/** An id of any other kind. */
export const other = (n: number) =>
  `f0000000-0000-4000-8000-${String(n).padStart(12, '0')}` as never

export const m = participant(1)
export const e = participant(2)
export const m2 = participant(3)
export const e2 = participant(4)
export const m3 = participant(5)
export const e3 = participant(6)

const number = (id: Values.ParticipantId) => Number(id.slice(-12))
const roleOf = (n: number): Values.Role => (n % 2 === 1 ? 'mentor' : 'mentee')

/** The first enrolment of the n-th participant; from 50 on, any other one. */
export const enrolment = (n: number): Values.EnrolmentId =>
  n < 50 ? Scene.enrolmentOf(participant(n), roleOf(n)) : Scene.id('enrolment', 1000 + n)

export const briefed = (of: Values.ParticipantId) => Scene.briefed(of, roleOf(number(of)))
export const withdrew = (who: Values.ParticipantId, hour: number) =>
  Scene.withdrew(who, roleOf(number(who)), hour)

export const agrees = (who: Values.ParticipantId, p: number, hour: number, terms = 1) =>
  ({ ...refuses(who, p, hour), type: 'GiveConsent', terms }) as const

export const refuses = (who: Values.ParticipantId, p: number, hour: number) =>
  ({
    type: 'WithdrawConsent',
    ...says(self(who), hour),
    purpose: 'pairing',
    pairing: pairing(p),
  }) as const

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
