import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { Worker } from 'node:worker_threads'
import { type Cancelled, cancelled } from '../engine/solution.ts'
import { failure } from '../fused/failure.ts'
import type { Watch } from '../policy/run-policy.ts'
import type { Message, Task } from './message.ts'

export interface WorkerRun extends Watch {
  /** A module that exports the policy, as `policy` or by default: functions do not cross threads. */
  readonly module: URL
  readonly pool: Matching.MatchingPool
  readonly context: Port.MatchingContext
}

/** The sources run as they are, and built ones next to each other. */
const entry = new URL(import.meta.url.endsWith('.ts') ? 'entry.ts' : 'entry.js', import.meta.url)

/** Those of this process; what it was told of a program that was handed to it as a text is not for a thread. */
const flags = (): Array<string> =>
  process.execArgv.filter((flag) => !flag.startsWith('--input-type'))

type Answer = E.Either<Port.PolicyFailure | Cancelled, Matching.MatchingResult>

/**
 * Runs the policy of a module in a thread of its own, so that this one stays free. A signal ends the thread at once,
 * whatever it is at. A module that cannot be loaded, or a thread that dies, is a policy that failed.
 */
export const runInWorker =
  ({
    module,
    pool,
    context,
    signal,
    onProgress,
  }: WorkerRun): TE.TaskEither<Port.PolicyFailure | Cancelled, Matching.MatchingResult> =>
  () =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve(E.left(cancelled))
      const task: Task = { module: module.href, pool, context }
      const worker = new Worker(entry, { workerData: task, execArgv: flags() })
      const answer = (given: Answer): void => {
        signal?.removeEventListener('abort', stop)
        resolve(given)
        void worker.terminate()
      }
      const stop = (): void => answer(E.left(cancelled))
      signal?.addEventListener('abort', stop)
      worker.on('message', (message: Message) => {
        if ('result' in message) answer(message.result)
        else onProgress?.(message.done)
      })
      worker.on('error', (defect) => {
        const { problem, ...rest } = Matching.tellThrown(defect, context)
        answer(E.left(failure(`the policy’s module or thread ${problem}`, rest)))
      })
      worker.on('exit', () => answer(E.left(failure('the thread ended without an answer'))))
    })
