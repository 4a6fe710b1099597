import type { Actor, Role } from '../../values/actor.ts'
import type { Code } from '../../values/code.ts'
import type {
  CohortId,
  EnrolmentId,
  PairingId,
  ParticipantId,
  RunId,
  SessionId,
} from '../../values/id.ts'
import type { Instant } from '../../values/instant.ts'
import type { Terms } from '../../values/number.ts'
import type { Purpose } from '../event/consent.ts'
import type { Gate } from '../state/ready.ts'

/** Not this actor, or not about this person. */
export interface NotAllowed {
  readonly _tag: 'NotAllowed'
  readonly by: Actor
}
export interface UnknownCohort {
  readonly _tag: 'UnknownCohort'
  readonly cohort: CohortId
}
export interface UnknownParticipant {
  readonly _tag: 'UnknownParticipant'
  readonly participant: ParticipantId
}
export interface UnknownEnrolment {
  readonly _tag: 'UnknownEnrolment'
  readonly enrolment: EnrolmentId
}
export interface UnknownPairing {
  readonly _tag: 'UnknownPairing'
  readonly pairing: PairingId
}
export interface UnknownSession {
  readonly _tag: 'UnknownSession'
  readonly session: SessionId
}
export interface CohortOver {
  readonly _tag: 'CohortOver'
  readonly cohort: CohortId
}
/** Over; why is not said. */
export interface PairingOver {
  readonly _tag: 'PairingOver'
  readonly pairing: PairingId
}
export interface EnrolmentOver {
  readonly _tag: 'EnrolmentOver'
  readonly enrolment: EnrolmentId
}
/** Held, cancelled, or overlapping with a session that was held. */
export interface SessionOver {
  readonly _tag: 'SessionOver'
  readonly session: SessionId
}
/** The id is something else's, for ever. */
export interface IdTaken {
  readonly _tag: 'IdTaken'
  readonly id: string
}
/** A later word on the same thing stands. */
export interface Superseded {
  readonly _tag: 'Superseded'
}
export interface UnknownCode {
  readonly _tag: 'UnknownCode'
  readonly code: Code
  readonly list: CodeList
}
/** The lists of codes of a cohort. */
export type CodeList = 'topics' | 'goals' | 'questions' | 'themes' | 'rules' | 'policies'

export interface AlreadyEnrolled {
  readonly _tag: 'AlreadyEnrolled'
  readonly participant: ParticipantId
  readonly role: Role
}
export interface NotReady {
  readonly _tag: 'NotReady'
  readonly participant: ParticipantId
  readonly role: Role
  readonly missing: ReadonlyArray<Gate>
}
export interface NoPlace {
  readonly _tag: 'NoPlace'
  readonly participant: ParticipantId
  readonly role: Role
}
/** The two cannot be paired; one answer for seniority, line, conflict, bar and an earlier no (INV36). */
export interface NotAdmissible {
  readonly _tag: 'NotAdmissible'
  readonly mentor: ParticipantId
  readonly mentee: ParticipantId
}
export interface NotFormal {
  readonly _tag: 'NotFormal'
  readonly pairing: PairingId
}
/** Both have agreed: there is no proposal left to lapse. */
export interface AlreadyFormal {
  readonly _tag: 'AlreadyFormal'
  readonly pairing: PairingId
}
/** Possible after `after`; absent where that is not known yet. */
export interface TooEarly {
  readonly _tag: 'TooEarly'
  readonly after?: Instant
}
export interface OtherTerms {
  readonly _tag: 'OtherTerms'
  readonly asked: Terms
}
export interface NoConsent {
  readonly _tag: 'NoConsent'
  readonly purpose: Purpose
}
/** No later than `latest`: a plan at most a year ahead, and what is said at most five minutes ahead of the clock. */
export interface TooFar {
  readonly _tag: 'TooFar'
  readonly latest: Instant
}
/** Another session is planned for that time: of the same pairing, or of who plans. Nobody else's plans are told. */
export interface Overlapping {
  readonly _tag: 'Overlapping'
  readonly session: SessionId
}
/** The cohort has changed so that a pair of the draft is no longer possible; which one is not said. */
export interface StaleDraft {
  readonly _tag: 'StaleDraft'
  readonly run: RunId
}
/** What is stated contradicts itself, or a list of codes would become too long. */
export interface UnsoundRules {
  readonly _tag: 'UnsoundRules'
  readonly problem:
    | 'ends-before-start'
    | 'least-above-planned'
    | 'unknown-excludes-without-legal-basis'
    | 'code-listed-twice'
    | 'external-with-chain'
    | 'direct-not-above'
    | 'too-many-codes'
}

/** What any command may be refused with. */
export type SharedRefusal =
  | NotAllowed
  | UnknownCohort
  | UnknownParticipant
  | UnknownEnrolment
  | UnknownPairing
  | UnknownSession
  | PairingOver
  | EnrolmentOver
  | SessionOver
  | CohortOver
  | IdTaken
  | Superseded
  | UnknownCode

/** Everything that a rule can say no with. */
export type Refusal =
  | SharedRefusal
  | AlreadyEnrolled
  | NotReady
  | NoPlace
  | NotAdmissible
  | NotFormal
  | AlreadyFormal
  | TooEarly
  | TooFar
  | Overlapping
  | OtherTerms
  | NoConsent
  | StaleDraft
  | UnsoundRules
