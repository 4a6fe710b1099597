import { Matching, Port, Values } from '@reverse-mentoring/core'
import { isWhole, longestTimer } from '../whole.ts'

/** What a draft is made with. */
export interface DraftOptions extends Port.Watch {
  readonly cohort: Values.CohortId
  /** One that answers at once, and holds up the engine for that long; or later, such as `policyInWorker` makes. */
  readonly policy: Port.MatchingPolicy | Port.AsyncMatchingPolicy
  readonly seed: number
  readonly asOf: Values.Instant
  /** Tells of a policy that threw what and where (`PolicyFailure.thrown`): for who writes it, on data that they may see. */
  readonly development?: boolean
  /**
   * Milliseconds from the asking on after which there is no draft, 600 000 unless told. A policy that answers at once is
   * not stopped by it.
   */
  readonly deadline?: number
}

/** Ten minutes. */
export const usualDeadline = 600_000

const isDuration = (n: unknown): boolean => isWhole(n, 1, longestTimer)

const watchFault = ({ signal, onProgress, deadline }: Partial<DraftOptions>) => {
  if (signal !== undefined && !(signal instanceof AbortSignal))
    return Port.misused('the `signal` of a draft is an AbortSignal')
  if (onProgress !== undefined && typeof onProgress !== 'function')
    return Port.misused('`onProgress` of a draft is a function')
  return deadline === undefined || isDuration(deadline)
    ? undefined
    : Port.misused('the `deadline` of a draft is a whole number of milliseconds from 1')
}

/** What is wrong with how a draft is asked for, if something is. */
export const draftFault = (options: Partial<DraftOptions>): Port.Misused | undefined => {
  const { cohort, policy, seed, asOf } = options
  if (!Values.CohortId.is(cohort)) return Port.misused('a draft is of a `cohort`, by its id')
  const isPolicy = Values.Code.is(policy?.id) && typeof policy.propose === 'function'
  const isSound = policy?.reads === undefined || Matching.areUses(policy.reads)
  if (!isPolicy) return Port.misused('a draft is made by a `policy`, such as Policy.optimal makes')
  if (!isSound)
    return Port.misused('a policy `reads` a list of { rule, attributes }, of codes and names')
  if (!Values.Seed.is(seed)) return Port.misused('the `seed` of a draft is a whole number from 0')
  return Values.Instant.is(asOf)
    ? watchFault(options)
    : Port.misused('a draft is made `asOf` an instant, such as now()')
}
