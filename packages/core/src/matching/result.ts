import type { UnmatchedReason, Worth } from '../cohort/event/pairing.ts'
import type { Role } from '../values/actor.ts'
import type { Code } from '../values/code.ts'
import type { ParticipantId } from '../values/id.ts'
import type { Certificate } from './certificate.ts'

/** What one rule or score contributed to a pair. */
export interface Contribution {
  readonly rule: Code
  /** Whole points, as weighted. */
  readonly points: number
}

/** One pair that a policy proposes. */
export interface ProposedPair {
  readonly mentor: ParticipantId
  readonly mentee: ParticipantId
  /** The sum of the contributions; a whole number. */
  readonly score: number
  /**
   * What spoke for the pair, in the order of the policy's rules: a hard rule that said yes counts 0 points, a score more.
   * Every one, for disclosure is applied when a result is shown or recorded.
   */
  readonly reasons: ReadonlyArray<Contribution>
}

/** Why somebody is unmatched, with what proves it. */
export interface UnmatchedCandidate {
  readonly participant: ParticipantId
  readonly role: Role
  readonly reason: UnmatchedReason
  /** For `limit`: the code of the limit that was reached; not of one that reads identity. */
  readonly limit?: Code
  /**
   * For `too-few-places`: people of this role, this one among them, whose admissible counterparts together have fewer
   * places for them than they seek, two people being paired once (a Hall set).
   */
  readonly hallSet?: ReadonlyArray<ParticipantId>
}

/** What a policy proposes, before anybody has looked at it. Nothing of it is recorded. */
export interface MatchingResult {
  /** In the order of mentee, then mentor id. */
  readonly pairs: ReadonlyArray<ProposedPair>
  /** In the order of role, then participant id. Somebody with at least one new pair is not in it. */
  readonly unmatched: ReadonlyArray<UnmatchedCandidate>
  readonly worth: Worth
  /** The most that any result could be worth, where it is known. */
  readonly bound?: Worth
  /** Proof that the result is optimal, for a policy that claims so. */
  readonly certificate?: Certificate
}
