import {
  Matching,
  Port,
  type Values,
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
import { type DraftOptions, draftFault, usualDeadline } from './draft-options.ts'
import type { ReadFailure } from '../cohort/unreadable.ts'
import { type StoppableBench, type Stopping, stoppable } from './stoppable.ts'

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

export type DraftFailure =
  | ReadFailure
  | Port.PolicyFailure
  | Port.Cancelled
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

/** What drafting works with. */
export interface DraftingBench extends StoppableBench {
  readonly cohorts: Pick<Cohorts, 'load'>
  readonly directory: Pick<Port.Directory, 'findPeople' | 'salt'>
  readonly receipts: Pick<Receipts, 'write'>
}

const makeDraft =
  (
    { cohorts, directory, receipts }: DraftingBench,
    options: DraftOptions,
    { signal, onProgress }: Stopping,
    asking: () => void,
  ): TE.TaskEither<DraftFailure, Draft> =>
  async () => {
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
    // Before the policy has it, who might write in it.
    const digest = digestOf(salt.right, { pool, seed, asOf })
    if (signal.aborted) return E.left({ _tag: 'Cancelled' })
    asking()
    const context = { seed, asOf, ...(development === true && { development }) }
    const result = await Matching.askAnyPolicy(policy, pool, context, { signal, onProgress })()
    if (E.isLeft(result)) return result
    const illegal = Matching.illegalPair(cohort, result.right.pairs)
    if (illegal !== undefined) {
      const problem = 'the policy proposed a pair that the cohort forbids'
      return E.left({ _tag: 'PolicyFailure', kind: 'broken', problem, pair: illegal })
    }
    const { pairs, unmatched, worth, bound } = result.right
    const attributesOf = (id: Values.ParticipantId) => people.right.get(id)?.attributes
    return E.right({
      cohort: options.cohort,
      basedOn: receipts.write({ cohort: options.cohort, revision }),
      policy: { id: policy.id, version: policy.version },
      seed,
      digest,
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

/** Makes drafts for the cohorts of a store. */
export const drafting = (bench: DraftingBench) => {
  const stopping = stoppable(bench)
  return (given: DraftOptions): TE.TaskEither<DraftFailure, Draft> =>
    async () => {
      // Looked at once: whoever asked may change what they gave.
      const options = { ...given }
      const fault = draftFault(options)
      if (fault !== undefined) return E.left(fault)
      const { deadline = usualDeadline } = options
      let isAsked = false
      const late = (): Port.PolicyFailure | Port.Unavailable => {
        const within = `within ${String(deadline)} ms`
        return isAsked
          ? {
              _tag: 'PolicyFailure',
              kind: 'unavailable',
              problem: `the policy gave no answer ${within}`,
            }
          : Port.unavailable(`the policy could not be asked ${within}`)
      }
      const asking = (): void => {
        isAsked = true
      }
      const draft = (watch: Stopping) => makeDraft(bench, options, watch, asking)
      return stopping(draft, { ...options, deadline, late })()
    }
}
