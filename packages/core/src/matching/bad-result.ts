import type { Role } from '../values/actor.ts'
import type { ParticipantId } from '../values/id.ts'
import type { VerifyFault } from './verify.ts'

/** A result that cannot be of its pool: what is wrong, about whom. */
export interface BadResult {
  readonly _tag: 'BadResult'
  readonly problem:
    | 'a pair of somebody who is not in the pool'
    | 'a pair of somebody with themselves'
    | 'a pair that the cohort forbids'
    | 'a pair that the policy does not admit'
    | 'a pair proposed twice'
    | 'more pairs than places'
    | 'a score that is not what the pair is worth'
    | 'a score that is no whole number from 0'
    | 'contributions that do not add up to the score'
    | 'a contribution of a rule that the policy has not, or out of its order'
    | 'pairs that are not in their order'
    | 'a bound below the worth'
    | 'a price of somebody who is not in the pool'
    | 'a price of a limit or floor that the policy has not'
    | 'a pair that must be is missing'
    | 'a worth that is not the sum of its pairs'
    | 'a claim without a certificate'
    | 'a certificate that is none'
    | 'an unmatched person without a reason'
    | 'two reasons for one person'
    | 'a reason for somebody who has a pair or is not in the pool'
    | 'a reason that does not hold'
    | 'reasons that are not in their order'
    | 'somebody left while an admitted counterpart is free'
  readonly mentor?: ParticipantId
  readonly mentee?: ParticipantId
  readonly participant?: ParticipantId
  readonly role?: Role
}

/** What `verifyResult` found wrong. */
export type ResultFault = BadResult | VerifyFault
