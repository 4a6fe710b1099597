import type { Role } from '../values/actor.ts'
import type { Code } from '../values/code.ts'
import type { CohortOpened, MatchingRule, Rules } from '../cohort/event/opening.ts'
import type { Attributes } from '../port/directory.ts'
import type { EnrolmentId, ParticipantId } from '../values/id.ts'
import type { Instant } from '../values/instant.ts'
import type { Seniority } from '../values/number.ts'

/**
 * Somebody who can be matched now: enrolled, not paused, through the gates, with a free place. Nothing of their identity
 * is in it: what a rule may read of that stands apart, in a `ReadingPool`.
 */
export interface Candidate {
  readonly participant: ParticipantId
  readonly enrolment: EnrolmentId
  readonly role: Role
  /** Free places, 1 or more: the capacity less the live pairings. */
  readonly places: number
  readonly seniority: Seniority
  /** The managers above, nearest first. */
  readonly chain: ReadonlyArray<ParticipantId>
  /** All direct managers, where there are several; otherwise it is the first of the chain. */
  readonly direct?: ReadonlyArray<ParticipantId>
  readonly external: boolean
  readonly offered: ReadonlyArray<Code>
  readonly sought: ReadonlyArray<Code>
  readonly waitingSince: Instant
  /** Of the job, from the directory; what is absent is unknown. */
  readonly attributes: Attributes
}

/** Two people who are not to be paired, for a reason that is not told: a live pairing, an earlier no, a conflict or a bar. */
export interface ForbiddenPair {
  readonly first: ParticipantId
  readonly second: ParticipantId
}

/** Somebody enrolled who cannot be matched yet: a gate, or a pause. */
export interface NotReadyCandidate {
  readonly participant: ParticipantId
  readonly role: Role
}

/** A pairing that lives and is not touched. */
export interface LockedPair {
  readonly mentor: ParticipantId
  readonly mentee: ParticipantId
}

/**
 * What every matching policy sees: the cohort's state at a revision, with attributes of the directory.
 * Everybody is listed in the order of their participant ids.
 */
export interface MatchingPool {
  readonly mentors: ReadonlyArray<Candidate>
  readonly mentees: ReadonlyArray<Candidate>
  readonly notReady: ReadonlyArray<NotReadyCandidate>
  readonly locked: ReadonlyArray<LockedPair>
  readonly forbidden: ReadonlyArray<ForbiddenPair>
  /** Whether only the mentee learns by design, or both do. */
  readonly mode: CohortOpened['mode']
  readonly sameManager: Rules['sameManager']
  /** The cohort's recorded matching rules: disclosure, legal basis, what unknown means. */
  readonly rules: ReadonlyArray<MatchingRule>
}

/** Identity attributes of people, by participant; who is not in it is unknown. */
export type IdentityOfPeople = Readonly<Record<string, Attributes>>

/** A pool with the identity attributes that rules may read (INV39), for a policy that says that it reads some. */
export interface ReadingPool extends MatchingPool {
  /** By the code of the rule. A rule without a recorded legal basis is not in it. */
  readonly identity?: Readonly<Record<string, IdentityOfPeople>>
}
