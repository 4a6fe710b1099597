import type * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { listOf } from '../../values/list-of.ts'
import type { Plain } from '../../values/plain.ts'
import { millis, MINUTE } from '../../values/instant.ts'
import { heldFields, meetingOption, type SessionHeld } from '../event/session.ts'
import type { Pairing, Session } from '../state/cohort.ts'
import { unknownCode } from './unknown-code.ts'
import {
  happened,
  nothing,
  refuse,
  sameContent,
  superseded,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { NotFormal, SharedRefusal, TooEarly } from './refusal.ts'
import { isSessionTaken } from './schedule-session.ts'
import { arePairings, pairingsToSchedule, SomeSessions } from './some-sessions.ts'
import { get } from '../state/table.ts'

/** Records that a session took place, planned or not; of a meeting all or none is recorded. */
export const HoldSession = commandCodec(
  'HoldSession',
  {
    sessions: SomeSessions,
    ...heldFields,
    byMentor: listOf(50, Code),
    byMentee: listOf(50, Code),
  },
  meetingOption,
)
export interface HoldSession extends Plain<t.TypeOf<typeof HoldSession>> {}

export type HoldSessionRefusal = SharedRefusal | NotFormal | TooEarly

/** Whether what is known of the session makes this record a repeat, or too late. */
const wordOnSession = (
  event: SessionHeld,
  session: Session | undefined,
): 'new' | 'repeats' | 'stale' => {
  if (session === undefined || session.status.at < event.at) return 'new'
  return sameContent(session.ending, event) ? 'repeats' : 'stale'
}

const overlapping = (
  cohort: OpenedCohort,
  pairing: Pairing,
  event: SessionHeld,
): Session | undefined => {
  const began = millis(event.began)
  const ended = began + event.minutes * MINUTE
  for (const id of pairing.sessions) {
    const other = get(cohort.sessions, id)
    if (id === event.session || other?.ending?.type !== 'SessionHeld') continue
    const otherBegan = millis(other.ending.began)
    if (otherBegan < ended && began < otherBegan + other.ending.minutes * MINUTE) return other
  }
  return undefined
}

const standing = (
  cohort: OpenedCohort,
  pairing: Pairing,
  event: SessionHeld,
): HoldSessionRefusal | undefined => {
  const { cohort: id } = cohort.opened
  if (cohort.closedAt !== undefined && event.began > cohort.closedAt) {
    return { _tag: 'CohortOver', cohort: id }
  }
  const over =
    pairing._tag === 'Ended' && (pairing.formalAt === undefined || event.began > pairing.at)
  if (over) return { _tag: 'PairingOver', pairing: pairing.pairing }
  const session = get(cohort.sessions, event.session)
  return session !== undefined && session.status.value !== 'open'
    ? { _tag: 'SessionOver', session: event.session }
    : undefined
}

const objection = (
  cohort: OpenedCohort,
  pairing: Pairing,
  event: SessionHeld,
): HoldSessionRefusal | undefined => {
  if (pairing._tag === 'Proposed') return { _tag: 'NotFormal', pairing: pairing.pairing }
  if (event.began > event.at) return { _tag: 'TooEarly', after: event.began }
  const { formalAt } = pairing
  if (formalAt !== undefined && event.began <= formalAt)
    return { _tag: 'TooEarly', after: formalAt }
  const other = overlapping(cohort, pairing, event)
  return other === undefined ? undefined : { _tag: 'SessionOver', session: other.session }
}

const decideHoldSession = (
  order: HoldSession,
  cohort: OpenedCohort,
): Decision<HoldSessionRefusal> => {
  const pairings = pairingsToSchedule(cohort, order.by, order.sessions, order.meeting)
  if (!arePairings(pairings)) return refuse(pairings)
  const { cohort: _cohort, sessions, ...content } = order
  const records: Array<readonly [Pairing, SessionHeld]> = []
  for (const [i, { session, pairing: id }] of sessions.entries()) {
    const pairing = pairings[i]
    const taken = isSessionTaken(cohort, session, id, order.meeting)
    if (typeof taken !== 'string') return refuse(taken)
    const event: SessionHeld = { ...content, type: 'SessionHeld', session, pairing: id }
    const word = wordOnSession(event, get(cohort.sessions, session))
    if (word === 'stale') return superseded
    if (word === 'new' && pairing !== undefined) records.push([pairing, event])
  }
  if (records.length === 0) return nothing
  for (const [pairing, event] of records) {
    const no = standing(cohort, pairing, event)
    if (no !== undefined) return refuse(no)
  }
  const unknown = unknownCode(cohort, 'topics', [...order.byMentor, ...order.byMentee])
  if (unknown !== undefined) return refuse(unknown)
  for (const [pairing, event] of records) {
    const no = objection(cohort, pairing, event)
    if (no !== undefined) return refuse(no)
  }
  return happened(...records.map(([, event]) => event))
}

export const holdSession: Kind<HoldSession> = {
  codec: HoldSession,
  roles: ['participant'],
  decide: decideHoldSession,
}
