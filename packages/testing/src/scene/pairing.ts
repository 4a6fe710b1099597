import type { Event, Values } from '@reverse-mentoring/core'
import { code, id } from './ids.ts'
import { opened, ready } from './people.ts'
import { at, said, self, the } from './the.ts'

/** The coordinator proposes two people to each other. */
export const matched = (
  pairing: number,
  mentor: Values.ParticipantId,
  mentee: Values.ParticipantId,
  hours = 2,
): Event.Matched => ({
  type: 'Matched',
  ...said(the.coordinator, hours),
  pairing: id('pairing', pairing),
  mentor,
  mentee,
  reasons: [],
})

/** A party agrees. */
export const yes = (
  by: Values.ParticipantId,
  pairing: number,
  hours: number,
): Event.ConsentGiven => ({
  type: 'ConsentGiven',
  ...said(self(by), hours),
  purpose: 'pairing',
  pairing: id('pairing', pairing),
  terms: 1,
})

/** A party says no, or withdraws. */
export const no = (
  by: Values.ParticipantId,
  pairing: number,
  hours: number,
): Event.ConsentWithdrawn => ({
  type: 'ConsentWithdrawn',
  ...said(self(by), hours),
  purpose: 'pairing',
  pairing: id('pairing', pairing),
})

/** A pairing ends, by the system if it lapses and by the coordinator otherwise. */
export const ended = (
  pairing: number,
  reason: Event.EndReason,
  hours: number,
): Event.PairingEnded => ({
  type: 'PairingEnded',
  ...said(reason === 'lapsed' ? the.system : the.coordinator, hours),
  pairing: id('pairing', pairing),
  reason,
})

/** A party plans a session of 45 minutes. */
export const scheduled = (
  session: number,
  pairing: number,
  by: Values.ParticipantId,
  hours: number,
  start: number,
): Event.SessionScheduled => ({
  type: 'SessionScheduled',
  ...said(self(by), hours),
  session: id('session', session),
  pairing: id('pairing', pairing),
  start: at(start),
  minutes: 45,
  mode: 'remote',
})

/** A party records that a session of 45 minutes took place. */
export const held = (
  session: number,
  pairing: number,
  by: Values.ParticipantId,
  hours: number,
  began: number,
): Event.SessionHeld => ({
  type: 'SessionHeld',
  ...said(self(by), hours),
  session: id('session', session),
  pairing: id('pairing', pairing),
  began: at(began),
  minutes: 45,
  byMentor: [code('data')],
  byMentee: [],
})

/** A session is called off by a party for themselves, a day ahead. */
export const cancelled = (
  session: number,
  by: Values.ParticipantId,
  hours: number,
  cancelledBy: Event.SessionCancelled['cancelledBy'] = 'mentee',
): Event.SessionCancelled => ({
  type: 'SessionCancelled',
  ...said(self(by), hours),
  session: id('session', session),
  cancelledBy,
  notice: 24,
})

/** A record of a session is taken back. */
export const reopened = (
  session: number,
  by: Values.ParticipantId,
  hours: number,
): Event.SessionReopened => ({
  type: 'SessionReopened',
  ...said(self(by), hours),
  session: id('session', session),
})

/** A cohort is open, with a mentor and a mentee of one place each, through the gates. */
export const B: ReadonlyArray<Event.CohortEvent> = [
  opened(),
  ...ready(the.mentor, 'mentor'),
  ...ready(the.mentee, 'mentee'),
]

/** `B`, and the two are proposed to each other @2. */
export const P: ReadonlyArray<Event.CohortEvent> = [...B, matched(1, the.mentor, the.mentee)]

/** `P`, and both have agreed: the mentee @3, the mentor @4. */
export const F: ReadonlyArray<Event.CohortEvent> = [
  ...P,
  yes(the.mentee, 1, 3),
  yes(the.mentor, 1, 4),
]
