import {
  Matching,
  Port,
  Values,
  type Cohort,
  type Command,
  type Event,
} from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { randomBytes } from 'node:crypto'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { Receipt, Receipts } from '../receipt.ts'
import { digestOf } from './digest.ts'
import type { ReadFailure } from '../cohort/unreadable.ts'

/** One pair of a draft, for a coordinator to look at. */
export interface DraftedPair extends Matching.ProposedPair {
  readonly differs: Event.Differs
}

/** What a policy proposes, bound to the revision it was made from. It records nothing. */
export interface Draft {
  readonly cohort: Values.CohortId
  /** The state that it was made from; sealed, for a revision that moves would tell that somebody answered (INV15). */
  readonly basedOn: Receipt
  readonly policy: Pick<Port.MatchingPolicy, 'id' | 'version'>
  readonly seed: number
  /** SHA-256 of the salted input, as the policy saw it. */
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
  /** Tells of a policy that threw what and where (`PolicyFailure.thrown`): for who writes it, on data that they may see. */
  readonly development?: boolean
}

export type DraftFailure =
  | ReadFailure
  | Port.PolicyFailure
  | Command.UnknownCohort
  | Command.CohortOver
  | Command.UnknownCode

const differs = (a: Port.Attributes | undefined, b: Port.Attributes | undefined): Event.Differs => {
  const compared = (['region', 'department', 'location'] as const).flatMap((name) => {
    const [one, other] = [a?.[name], b?.[name]]
    return one === undefined || other === undefined ? [] : [[name, one !== other] as const]
  })
  return Object.fromEntries(compared)
}

/** Why what a policy proposes could never be recorded here. */
const unrecordable = (
  { opened, closedAt }: Cohort.Cohort,
  { cohort, policy }: DraftOptions,
): Command.UnknownCohort | Command.CohortOver | Command.UnknownCode | undefined => {
  if (opened === undefined) return { _tag: 'UnknownCohort', cohort }
  if (closedAt !== undefined) return { _tag: 'CohortOver', cohort }
  return opened.codes.policies.includes(policy.id)
    ? undefined
    : { _tag: 'UnknownCode', code: policy.id, list: 'policies' }
}

/** What is wrong with how a draft is asked for, if something is. */
const draftFault = ({
  cohort,
  policy,
  seed,
  asOf,
}: Partial<DraftOptions>): Port.Misused | undefined => {
  if (!Values.CohortId.is(cohort)) return Port.misused('a draft is of a `cohort`, by its id')
  const isPolicy = Values.Code.is(policy?.id) && typeof policy.propose === 'function'
  const isSound = policy?.reads === undefined || Matching.areUses(policy.reads)
  if (!isPolicy) return Port.misused('a draft is made by a `policy`, such as Policy.optimal makes')
  if (!isSound)
    return Port.misused('a policy `reads` a list of { rule, attributes }, of codes and names')
  if (!Values.Seed.is(seed)) return Port.misused('the `seed` of a draft is a whole number from 0')
  return Values.Instant.is(asOf)
    ? undefined
    : Port.misused('a draft is made `asOf` an instant, such as now()')
}

/** What drafting works with. */
export interface DraftingBench {
  readonly cohorts: Pick<Cohorts, 'load'>
  readonly directory: Pick<Port.Directory, 'findPeople' | 'salt'>
  readonly receipts: Pick<Receipts, 'write'>
}

/** Makes drafts for the cohorts of a store. */
export const drafting =
  ({ cohorts, directory, receipts }: DraftingBench) =>
  (given: DraftOptions): TE.TaskEither<DraftFailure, Draft> =>
  async () => {
    // Looked at once: whoever asked may change what they gave.
    const options = { ...given }
    const fault = draftFault(options)
    if (fault !== undefined) return E.left(fault)
    const looked = await cohorts.load(options.cohort)()
    if (E.isLeft(looked)) return looked
    const never = unrecordable(looked.right.cohort, options)
    if (never !== undefined) return E.left(never)
    // Before anything is known of anybody: whoever is erased from then on takes this salt away.
    const salt = await directory.salt(options.cohort, randomBytes(32).toString('hex'))()
    if (E.isLeft(salt)) return salt
    const loaded = await cohorts.load(options.cohort)()
    if (E.isLeft(loaded)) return loaded
    const { cohort, revision } = loaded.right
    const people = await directory.findPeople(Matching.peopleInPool(cohort))()
    if (E.isLeft(people)) return people
    const { policy, seed, asOf, development } = options
    const pool = Matching.poolFor(policy, Matching.matchingPool(cohort, people.right))
    const isTold = development === true && { development }
    const result = Matching.askPolicy(policy, pool, { seed, asOf, ...isTold })
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
      basedOn: receipts.write({ cohort: options.cohort, revision }),
      policy: { id: policy.id, version: policy.version },
      seed,
      digest: digestOf(salt.right, { pool, seed, asOf }),
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
