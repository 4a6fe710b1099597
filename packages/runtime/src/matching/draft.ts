import { Matching, type Port, type Stored, type Values } from '@reverse-mentoring/core'
import type { Event } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { randomBytes } from 'node:crypto'
import type { Cohorts } from '../cohort/cohorts.ts'
import { digestOf } from './digest.ts'
import type { ReadFailure } from '../cohort/unreadable.ts'

/** One pair of a draft, for a coordinator to look at. */
export interface DraftedPair extends Matching.ProposedPair {
  readonly differs: Event.Differs
}

/** What a policy proposes, bound to the revision it was made from. It records nothing. */
export interface Draft {
  readonly cohort: Values.CohortId
  readonly basedOn: Stored.Revision
  readonly policy: Pick<Port.MatchingPolicy, 'id' | 'version'>
  readonly seed: number
  /** SHA-256 of the salted input. */
  readonly digest: Values.Digest
  readonly pairs: ReadonlyArray<DraftedPair>
  readonly unmatched: ReadonlyArray<Matching.UnmatchedCandidate>
  readonly worth: Event.Worth
  readonly bound?: Event.Worth
  /** The cohort's recorded matching rules, for what of the reasons may be told. */
  readonly rules: ReadonlyArray<Event.MatchingRule>
}

/** What a draft is made with. */
export interface DraftOptions {
  readonly cohort: Values.CohortId
  readonly policy: Port.MatchingPolicy
  readonly seed: number
  readonly asOf: Values.Instant
}

export type DraftFailure = ReadFailure | Port.PolicyFailure

const differs = (a: Port.Attributes | undefined, b: Port.Attributes | undefined): Event.Differs => {
  const compared = (['region', 'department', 'location'] as const).flatMap((name) => {
    const [one, other] = [a?.[name], b?.[name]]
    return one === undefined || other === undefined ? [] : [[name, one !== other] as const]
  })
  return Object.fromEntries(compared)
}

/** The policy's result; a policy that throws has failed like one that says so. */
const propose = (
  { policy, seed, asOf }: DraftOptions,
  pool: Matching.MatchingPool,
): E.Either<Port.PolicyFailure, Matching.MatchingResult> => {
  try {
    return policy.propose(pool, { seed, asOf })
  } catch (defect) {
    const kind = defect instanceof Error ? defect.name : typeof defect
    return E.left({ _tag: 'PolicyFailure', problem: `the policy threw (${kind})` })
  }
}

/** Makes drafts for the cohorts of a store. */
export const drafting =
  (cohorts: Pick<Cohorts, 'load'>, directory: Pick<Port.Directory, 'findPeople' | 'salt'>) =>
  (options: DraftOptions): TE.TaskEither<DraftFailure, Draft> =>
  async () => {
    const loaded = await cohorts.load(options.cohort)()
    if (E.isLeft(loaded)) return loaded
    const { cohort, revision } = loaded.right
    const people = await directory.findPeople(Matching.peopleInPool(cohort))()
    if (E.isLeft(people)) return people
    const pool = Matching.matchingPool(cohort, people.right)
    const salt = await directory.salt(options.cohort, randomBytes(32).toString('hex'))()
    if (E.isLeft(salt)) return salt
    const result = propose(options, pool)
    if (E.isLeft(result)) return result
    const illegal = Matching.illegalPair(cohort, result.right.pairs)
    if (illegal !== undefined) {
      const problem = 'the policy proposed a pair that the cohort forbids'
      return E.left({ _tag: 'PolicyFailure', problem, pair: illegal })
    }
    const { pairs, unmatched, worth, bound } = result.right
    const attributesOf = (id: Values.ParticipantId) => people.right.get(id)?.attributes
    return E.right({
      cohort: options.cohort,
      basedOn: revision,
      policy: { id: options.policy.id, version: options.policy.version },
      seed: options.seed,
      digest: digestOf(salt.right, { pool, seed: options.seed, asOf: options.asOf }),
      pairs: pairs.map((pair) => ({
        ...pair,
        differs: differs(attributesOf(pair.mentor), attributesOf(pair.mentee)),
      })),
      unmatched,
      worth,
      ...(bound !== undefined && { bound }),
      rules: pool.rules,
    })
  }
