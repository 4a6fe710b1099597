import type { Either } from 'fp-ts/lib/Either.js'
import type { Candidate, MatchingPool } from '../matching/pool.ts'
import type { MatchingResult } from '../matching/result.ts'
import type { Code } from '../values/code.ts'
import type { Version } from '../values/version.ts'
import type { Role } from '../values/actor.ts'
import type { ParticipantId } from '../values/id.ts'
import type { Instant } from '../values/instant.ts'
import type { Seed } from '../values/number.ts'
import type { Watch } from './watch.ts'

/**
 * What comes first: `participation-first` gives as many people as can be their first partner, makes as many pairs as that
 * leaves room for, and of those results takes the best score; `score-first` takes the best score, whoever is placed.
 */
export type Objective = 'participation-first' | 'score-first'

/** What a policy promises of its results, so that the laws of the claim check it. */
export interface PolicyClaims {
  readonly optimal?: Objective
  readonly stable?: true
}

/**
 * What became of a policy that did not itself say that it cannot: `broken` threw, or answered with what is no result;
 * `unavailable` is gone without an answer, or was too late, and may do better another time.
 */
export type PolicyDefect = 'broken' | 'unavailable'

/** A policy could not propose: what was wrong, in which rule, on which pair. No partial result. */
export interface PolicyFailure {
  readonly _tag: 'PolicyFailure'
  readonly problem: string
  /** Absent where the policy says so itself. */
  readonly kind?: PolicyDefect
  readonly rule?: Code
  readonly pair?: { readonly mentor: ParticipantId; readonly mentee: ParticipantId }
  /**
   * What was thrown and where, in `development` only: a message may hold what the policy knew of somebody. For the eyes of
   * whoever writes the policy; no log, record or explanation holds it.
   */
  readonly thrown?: string
}

/** What a policy may use beside the pool: nothing else decides. */
export interface MatchingContext {
  readonly seed: Seed
  readonly asOf: Instant
  /** Whether a failure tells what was thrown and where: for who writes the policy, on data that they may see. It decides nothing. */
  readonly development?: boolean
}

/** Identity attributes that a rule of a policy reads. */
export interface IdentityUse {
  readonly rule: Code
  readonly attributes: ReadonlyArray<string>
}

/** What a pair is worth: a whole number from 0; `undefined` for one that is not admitted. */
export type PairScore = (mentor: Candidate, mentee: Candidate) => number | undefined

/** People of one side of a pool who share a limit or a floor of a policy. */
export interface PeopleGroup {
  /** Of the limit or floor. */
  readonly code: Code
  readonly role: Role
  readonly people: ReadonlyArray<ParticipantId>
}

/** People who may have so many new pairs at most, all together. */
export interface PeopleLimit extends PeopleGroup {
  readonly atMost: number
}

/** New pairs of people of one list with people of another, of which there may be so many at most. */
export interface PeoplePairLimit {
  readonly code: Code
  readonly mentors: ReadonlyArray<ParticipantId>
  readonly mentees: ReadonlyArray<ParticipantId>
  readonly atMost: number
}

/** People of whom so many at least are to get a new pair. */
export interface PeopleFloor extends PeopleGroup {
  readonly atLeast: number
}

/** What a policy thinks of pairs, proposed or not: what its claims are about. */
export interface PairScores {
  readonly score: PairScore
  /** Whether a pair is admitted if only it scored enough: said where a threshold keeps pairs out that are. */
  readonly admits?: (mentor: Candidate, mentee: Candidate) => boolean
  /** The codes of all that may speak for a pair, in their order. */
  readonly codes?: ReadonlyArray<Code>
  /** Points that somebody's second partner costs, twice as many the third, and so on. */
  readonly spread?: number
  readonly limits?: ReadonlyArray<PeopleLimit>
  readonly floors?: ReadonlyArray<PeopleFloor>
  readonly pairLimits?: ReadonlyArray<PeoplePairLimit>
  /** Pairs that every result must have. */
  readonly together?: ReadonlyArray<{
    readonly mentor: ParticipantId
    readonly mentee: ParticipantId
  }>
  /** How much each side likes a pair, where that is not what it scores. Only `stable` tells them apart. */
  readonly likedBy?: Readonly<Record<Role, PairScore>>
}

/**
 * How people are paired. Pure: the same pool, seed and version give the same result, in whatever order the pool
 * lists them. Its laws are `policyLaws` in `@reverse-mentoring/testing`.
 */
export interface MatchingPolicy {
  readonly id: Code
  readonly version: Version
  readonly claims: PolicyClaims
  /**
   * The identity attributes that it reads, by the rule that reads them; none where absent. It is handed no other, and these
   * only of who agreed or where the cohort recorded a legal basis for the rule (INV39).
   */
  readonly reads?: ReadonlyArray<IdentityUse>
  /** Proposes. One that can take long tells how far it is, and fails once the signal of the watch is given. */
  readonly propose: (
    pool: MatchingPool,
    context: MatchingContext,
    watch?: Watch,
  ) => Either<PolicyFailure, MatchingResult>
  /** What the policy thinks of the pairs of a pool. Whoever claims something says it, so that the claim can be checked. */
  readonly scores?: (
    pool: MatchingPool,
    context: MatchingContext,
  ) => Either<PolicyFailure, PairScores>
}
