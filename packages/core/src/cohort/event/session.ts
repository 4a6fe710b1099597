import type * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { list } from '../../values/list.ts'
import { word } from '../../values/word.ts'
import type { Plain } from '../../values/plain.ts'
import { MeetingId, PairingId, SessionId } from '../../values/id.ts'
import { Instant } from '../../values/instant.ts'
import { Minutes, NoticeHours } from '../../values/number.ts'
import { eventCodec } from './event-codec.ts'

const ofOnePairing = { session: SessionId, pairing: PairingId }
export const meetingOption = { meeting: MeetingId }

export const timeFields = { start: Instant, minutes: Minutes }
export const modeFields = { mode: word('remote', 'onSite') }

/** A session is planned. */
export const SessionScheduled = eventCodec(
  'SessionScheduled',
  { ...ofOnePairing, ...timeFields, ...modeFields },
  meetingOption,
)
export interface SessionScheduled extends Plain<t.TypeOf<typeof SessionScheduled>> {}

/** A planned session moves. */
export const SessionRescheduled = eventCodec(
  'SessionRescheduled',
  { session: SessionId, ...timeFields },
  {},
)
export interface SessionRescheduled extends Plain<t.TypeOf<typeof SessionRescheduled>> {}

export const heldFields = {
  began: Instant,
  minutes: Minutes,
  /** Topics that the mentor shared. */
  byMentor: list(Code),
  /** Topics that the mentee shared. */
  byMentee: list(Code),
}

/** A session took place, planned or not. */
export const SessionHeld = eventCodec(
  'SessionHeld',
  { ...ofOnePairing, ...heldFields },
  meetingOption,
)
export interface SessionHeld extends Plain<t.TypeOf<typeof SessionHeld>> {}

export const cancellationFields = {
  session: SessionId,
  cancelledBy: word('mentor', 'mentee', 'programme'),
}

/** A planned session does not take place. */
export const SessionCancelled = eventCodec(
  'SessionCancelled',
  { ...cancellationFields, notice: NoticeHours },
  {},
)
export interface SessionCancelled extends Plain<t.TypeOf<typeof SessionCancelled>> {}

/** A wrong record of a session is taken back. */
export const SessionReopened = eventCodec('SessionReopened', { session: SessionId }, {})
export interface SessionReopened extends Plain<t.TypeOf<typeof SessionReopened>> {}
