import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { failure } from '../fused/failure.ts'
import type { About } from '../policy/about.ts'
import { inThread } from './in-thread.ts'
import { aboutIn, doneIn, resultIn } from './message.ts'

/** A policy of a module, and what its threads may use up. */
export interface PolicyInWorker {
  /** A module that exports the policy, as `policy` or by default: functions do not cross threads. */
  readonly module: URL
  /** Milliseconds after which a run has failed, an hour unless told. `engine.draft` has a deadline of its own. */
  readonly deadline?: number
  /** Mebibytes of heap, beyond which a run has failed; what the platform gives unless told. */
  readonly memory?: number
}

/** A module is loaded within so many milliseconds. */
const loading = 60_000

/** A timer of this platform waits no longer. */
const longest = 2_147_483_647

const isWhole = (n: number): boolean => Number.isSafeInteger(n) && n >= 1 && n <= longest

const badOptions = ({ module, deadline = 1, memory = 1 }: PolicyInWorker) => {
  if (!(module instanceof URL)) return failure('`module` must be the URL of a module')
  if (!isWhole(deadline)) return failure('`deadline` must be a whole number of milliseconds from 1')
  return isWhole(memory)
    ? undefined
    : failure('`memory` must be a whole number of mebibytes from 1')
}

const policyOf = (
  about: About,
  { module, deadline = 3_600_000, memory }: PolicyInWorker,
): Port.AsyncMatchingPolicy => ({
  ...about,
  propose: (pool, { seed, asOf, development = false }, { signal, onProgress }) => {
    const run = {
      pool: Matching.poolFor(about, pool),
      context: { seed, asOf, development },
      of: { id: about.id, version: about.version },
    }
    return inThread({ module: module.href, run }, { deadline, memory }, signal, (message) => {
      const done = doneIn(message)
      if (done !== undefined) onProgress?.(done)
      return resultIn(message)
    })
  },
})

/**
 * The policy of a module, each run in a thread of its own, so that this one stays free. The thread is handed a copy of what
 * the policy may see. A signal ends it at once, whatever it is at; one that dies, or does not answer in time, is a policy
 * that failed. The module may answer later, too. A thread costs some 50 ms to start, and loads the module anew.
 */
export const policyInWorker =
  (options: PolicyInWorker): TaskEither<Port.PolicyFailure, Port.AsyncMatchingPolicy> =>
  async () => {
    const given = { ...options }
    const bad = badOptions(given)
    if (bad !== undefined) return E.left(bad)
    const { module, deadline = loading, memory } = given
    const within = { deadline: Math.min(deadline, loading), memory }
    const about = await inThread({ module: module.href }, within, undefined, aboutIn)
    return E.isLeft(about) ? about : E.right(policyOf(about.right, given))
  }
