import { Map, type List, type Set } from 'immutable'
import type { Actor, Role } from '../../values/actor.ts'
import type { Code } from '../../values/code.ts'
import type {
  EnrolmentId,
  MeetingId,
  PairingId,
  ParticipantId,
  SessionId,
} from '../../values/id.ts'
import type { Instant } from '../../values/instant.ts'
import type { Capacity, Hours, Minutes, Seniority } from '../../values/number.ts'
import type { Purpose } from '../event/consent.ts'
import type { Enrolled } from '../event/enrolment.ts'
import type { Exchanged, FeedbackGiven } from '../event/exchange.ts'
import { noCodes, type CodeLists, type CohortOpened } from '../event/opening.ts'
import type { Matched, MatchingRan, Unmatched } from '../event/pairing.ts'
import type { SessionCancelled, SessionHeld, SessionScheduled } from '../event/session.ts'
import type { Dated } from './dated.ts'
import { emptyTable, type Table } from './table.ts'

/** What somebody is and has done in one role; it outlives the enrolment. */
export interface RolePart {
  /** The standing enrolment. */
  readonly enrolment: EnrolmentId | undefined
  readonly everEnrolled: boolean
  readonly briefed: boolean
  readonly purpose: Dated<boolean> | undefined
  readonly hours: Dated<Hours> | undefined
  /** Proposed and formal pairings, while the cohort is open. */
  readonly live: Set<PairingId>
}

/** What stands of a consent to one use of somebody's data. */
export interface PurposeConsent {
  readonly standing: boolean
  readonly given: Instant | undefined
  readonly withdrawn: Instant | undefined
}

/** Somebody who is or was enrolled. */
export interface Person {
  readonly participant: ParticipantId
  /** All enrolments they ever had here, in the order of the stream. */
  readonly enrolments: List<EnrolmentId>
  readonly seniority: Dated<Seniority> | undefined
  /** The managers above, nearest first. */
  readonly chain: Dated<ReadonlyArray<ParticipantId>> | undefined
  /** All direct managers, where several were stated with the chain. */
  readonly direct: ReadonlyArray<ParticipantId> | undefined
  readonly erasedAt: Instant | undefined
  readonly mentor: RolePart
  readonly mentee: RolePart
  readonly purposes: Readonly<Partial<Record<Purpose, PurposeConsent>>>
}

/** Why a run left somebody waiting, and when it was recorded. */
export interface LeftWaiting extends Pick<Unmatched, 'reason' | 'limit'> {
  readonly at: Instant
}

/** One enrolment, standing while `endedAt` is absent and the cohort is open. */
export interface Enrolment {
  readonly enrolled: Enrolled
  readonly capacity: Dated<Capacity>
  readonly paused: Dated<boolean> | undefined
  /** When the last pause ended; that it is not paused may be said again at any time. */
  readonly pauseEnded: Instant | undefined
  readonly offered: Dated<ReadonlyArray<Code>>
  readonly sought: Dated<ReadonlyArray<Code>>
  /** What the last run said that met it without a pairing; gone with the next proposal. */
  readonly leftWaiting: LeftWaiting | undefined
  readonly endedAt: Instant | undefined
}

/** What is known of two people together, in whatever roles. */
export interface Pair {
  /** By the declarer's id: whether their declared conflict stands. */
  readonly declared: Readonly<Record<string, Dated<boolean>>>
  readonly barred: boolean
  /** One of them said no or withdrew. */
  readonly refused: boolean
  readonly live: PairingId | undefined
  /** Whether the two were ever proposed to each other: a mentee chooses a mentor once. */
  readonly proposedBefore: boolean
}

/** What one party has said to a proposal or a pairing. */
export interface Answer {
  readonly yes: Instant | undefined
  readonly no: Instant | undefined
}

/** Why a pairing is over. */
export type EndCause =
  | 'refused'
  | 'withdrawn'
  | 'declared'
  | 'line'
  | 'left'
  | 'erased'
  | 'lapsed'
  | 'completed'
  | 'conflict'
  | 'programme'
  | 'closed'

/** What every pairing has, whatever became of it. */
export interface PairingFacts {
  readonly pairing: PairingId
  readonly matched: Matched
  readonly mentor: ParticipantId
  readonly mentee: ParticipantId
  readonly enrolments: Readonly<Record<Role, EnrolmentId>>
  readonly answers: Readonly<Record<Role, Answer>>
  readonly goals: Readonly<Record<Role, Dated<ReadonlyArray<Code>> | undefined>>
  /** In the order in which they were recorded. */
  readonly sessions: List<SessionId>
}

/** Waits for one or both answers. */
export interface Proposed extends PairingFacts {
  readonly _tag: 'Proposed'
}

/** Both have a standing consent; `formalAt` is the later of the two instants. */
export interface Formal extends PairingFacts {
  readonly _tag: 'Formal'
  readonly formalAt: Instant
}

/** Over, whatever ended it; nothing revives it. */
export interface Ended extends PairingFacts {
  readonly _tag: 'Ended'
  /** Absent if it never was formal. */
  readonly formalAt: Instant | undefined
  readonly at: Instant
  readonly because: EndCause
}

export type Pairing = Proposed | Formal | Ended

/** When a session is to start, and how long it takes. */
export interface PlannedTime {
  readonly start: Instant
  readonly minutes: Minutes
}

/** One planned meeting of a pairing, or an unplanned one that was held. */
export interface Session {
  readonly session: SessionId
  readonly pairing: PairingId
  readonly meeting: MeetingId | undefined
  /** Absent if it was recorded without a plan. */
  readonly plan: Dated<PlannedTime> | undefined
  readonly mode: SessionScheduled['mode'] | undefined
  /** The time that it was first planned for: part of what its id stands for. */
  readonly firstPlan: PlannedTime | undefined
  /** `void`: the end of its pairing left it open. Reading says so; the tables do not know. */
  readonly status: Dated<'open' | 'held' | 'cancelled' | 'void'>
  /** When it was last said to have begun: where it stands if nobody planned it, also once that was taken back. */
  readonly began: Instant | undefined
  /** How it ended, unless that record was taken back. */
  readonly ending: SessionHeld | SessionCancelled | undefined
}

/** An event whose id is its own, and taken for ever, beside enrolments, pairings and sessions. */
export type Claim = MatchingRan | Exchanged

/** Who is named to coordinate, and by whom. */
export interface Coordinators extends Dated<ReadonlyArray<ParticipantId>> {
  readonly by: Actor
}

/**
 * One cohort, as far as its history tells: what decisions and views read, and nothing else.
 * Its tables do not know of the close: read them with `pairing`, `people`, `sessions` and their like, which do.
 */
export interface Cohort {
  readonly opened: CohortOpened | undefined
  readonly closedAt: Instant | undefined
  /** All codes that events may draw from: those of the opening, and what was added since. */
  readonly codes: CodeLists
  /** Absent as long as anybody in the role coordinates. */
  readonly coordinators: Coordinators | undefined
  readonly people: Table<ParticipantId, Person>
  readonly enrolments: Table<EnrolmentId, Enrolment>
  /** By `pairKey`. */
  readonly pairs: Table<string, Pair>
  readonly pairings: Table<PairingId, Pairing>
  readonly sessions: Table<SessionId, Session>
  /** All sessions that were ever planned for a meeting of several. */
  readonly meetings: Table<MeetingId, List<SessionId>>
  /** How many proposals await an answer, by the instant at which they were made. */
  readonly awaiting: Map<Instant, number>
  /** The latest feedback, by `feedbackKey`. */
  readonly feedback: Table<string, FeedbackGiven>
  /** What has an id of its own and no table of its own, by that id. */
  readonly claims: Table<string, Claim>
}

/** Before anything has happened. */
export const noCohort: Cohort = {
  opened: undefined,
  closedAt: undefined,
  codes: noCodes,
  coordinators: undefined,
  people: emptyTable(),
  enrolments: emptyTable(),
  pairs: emptyTable(),
  pairings: emptyTable(),
  sessions: emptyTable(),
  meetings: emptyTable(),
  awaiting: Map(),
  feedback: emptyTable(),
  claims: emptyTable(),
}
