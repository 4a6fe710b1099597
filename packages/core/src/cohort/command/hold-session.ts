import type * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { listOf } from '../../values/list-of.ts'
import type { Plain } from '../../values/plain.ts'
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
import { overlap } from '../state/overlap.ts'
import { get } from '../state/table.ts'
import { isTaken } from '../state/taken.ts'
import type { IdTaken, NotFormal, SharedRefusal, TooEarly } from './refusal.ts'
import { arePairings, pairingsToSchedule, SomeSessions, type SessionOf } from './some-sessions.ts'

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
  const time = { start: event.began, minutes: event.minutes }
  for (const id of pairing.sessions) {
    const other = get(cohort.sessions, id)
    if (id === event.session || other?.ending?.type !== 'SessionHeld') continue
    const { began, minutes } = other.ending
    if (overlap({ start: began, minutes }, time)) return other
  }
  return undefined
}

type Record = readonly [Pairing, SessionHeld]
type Step = (
  cohort: OpenedCohort,
  pairing: Pairing,
  event: SessionHeld,
) => HoldSessionRefusal | undefined

/** What is asked of each session before the next thing is asked of any. */
const isCohortOver: Step = ({ opened, closedAt }, _pairing, { began }) =>
  closedAt !== undefined && began > closedAt
    ? { _tag: 'CohortOver', cohort: opened.cohort }
    : undefined

const isPairingOver: Step = (_cohort, pairing, { began }) =>
  pairing._tag === 'Ended' && (pairing.formalAt === undefined || began > pairing.at)
    ? { _tag: 'PairingOver', pairing: pairing.pairing }
    : undefined

const isSessionOver: Step = (cohort, _pairing, { session: id }) => {
  const session = get(cohort.sessions, id)
  return session !== undefined && session.status.value !== 'open'
    ? { _tag: 'SessionOver', session: id }
    : undefined
}

const objection: Step = (cohort, pairing, event) => {
  if (pairing._tag === 'Proposed') return { _tag: 'NotFormal', pairing: pairing.pairing }
  if (event.began > event.at) return { _tag: 'TooEarly', after: event.began }
  const { formalAt } = pairing
  if (formalAt !== undefined && event.began <= formalAt)
    return { _tag: 'TooEarly', after: formalAt }
  const other = overlapping(cohort, pairing, event)
  return other === undefined ? undefined : { _tag: 'SessionOver', session: other.session }
}

const firstNo = (
  cohort: OpenedCohort,
  records: ReadonlyArray<Record>,
  steps: ReadonlyArray<Step>,
): HoldSessionRefusal | undefined => {
  for (const step of steps) {
    for (const [pairing, event] of records) {
      const no = step(cohort, pairing, event)
      if (no !== undefined) return no
    }
  }
  return undefined
}

/** What is recorded of one session, if its id is free or its own; a meeting may be left out. */
const recordOf = (
  cohort: OpenedCohort,
  { cohort: _cohort, sessions: _sessions, ...content }: HoldSession,
  { session: id, pairing }: SessionOf,
): SessionHeld | IdTaken => {
  const session = get(cohort.sessions, id)
  const meeting = content.meeting ?? session?.meeting
  const isTheirs =
    session === undefined
      ? !isTaken(cohort, id)
      : session.pairing === pairing && session.meeting === meeting
  if (!isTheirs) return { _tag: 'IdTaken', id }
  const event = { ...content, type: 'SessionHeld', session: id, pairing } as const
  return meeting === undefined ? event : { ...event, meeting }
}

const decideHoldSession = (
  order: HoldSession,
  cohort: OpenedCohort,
): Decision<HoldSessionRefusal> => {
  const { sessions, by } = order
  const planned = sessions.map(({ session }) => get(cohort.sessions, session)?.meeting)
  const isOne = new Set(planned).size === 1
  const meeting = order.meeting ?? (isOne ? planned[0] : undefined)
  const ids = sessions.map(({ pairing }) => pairing)
  const pairings = pairingsToSchedule(cohort, by, ids, meeting)
  if (!arePairings(pairings)) return refuse(pairings)
  const records: Array<Record> = []
  for (const [i, of] of sessions.entries()) {
    const pairing = pairings[i]
    const event = recordOf(cohort, order, of)
    if ('_tag' in event) return refuse(event)
    const word = wordOnSession(event, get(cohort.sessions, of.session))
    if (word === 'stale') return superseded
    if (word === 'new' && pairing !== undefined) records.push([pairing, event])
  }
  if (records.length === 0) return nothing
  const over = firstNo(cohort, records, [isCohortOver, isPairingOver, isSessionOver])
  if (over !== undefined) return refuse(over)
  const unknown = unknownCode(cohort, 'topics', [...order.byMentor, ...order.byMentee])
  if (unknown !== undefined) return refuse(unknown)
  const no = firstNo(cohort, records, [objection])
  if (no !== undefined) return refuse(no)
  return happened(...records.map(([, event]) => event))
}

export const holdSession: Kind<HoldSession> = {
  codec: HoldSession,
  roles: ['participant'],
  decide: decideHoldSession,
}
