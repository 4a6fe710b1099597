import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { Worker } from 'node:worker_threads'
import { failure } from '../fused/failure.ts'
import type { Task } from './message.ts'

/** How a thread is kept within bounds. */
export interface ThreadLimits {
  /** Milliseconds after which it is ended. */
  readonly deadline: number
  /** Mebibytes of heap, beyond which it is ended; what the platform gives unless told. */
  readonly memory?: number | undefined
}

/** The sources run as they are, and built ones next to each other. */
const entry = new URL(import.meta.url.endsWith('.ts') ? 'entry.ts' : 'entry.js', import.meta.url)

/** Those of this process, unless it was told of a program that was handed to it as a text: that is not for a thread. */
const flags = (): { readonly execArgv?: Array<string> } =>
  process.execArgv.some((flag) => flag.startsWith('--input-type')) ? { execArgv: [] } : {}

const gone = (problem: string): Port.PolicyFailure => failure(problem, { kind: 'unavailable' })

const stopped = failure('stopped')

const isOutOfMemory = (defect: unknown): boolean =>
  defect instanceof Error && 'code' in defect && defect.code === 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Starts a thread, and answers what `read` finds in what it says. It ends when it has answered, at once when the signal is
 * given, and in any case at the deadline; one that dies before has failed.
 */
export const inThread = <A>(
  task: Task,
  { deadline, memory }: ThreadLimits,
  signal: AbortSignal | undefined,
  read: (message: unknown) => E.Either<Port.PolicyFailure, A> | undefined,
): Promise<E.Either<Port.PolicyFailure, A>> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) return resolve(E.left(stopped))
    const fail = (defect: unknown): E.Either<Port.PolicyFailure, A> => {
      if (isOutOfMemory(defect)) return E.left(gone('the thread of the policy ran out of memory'))
      // A module that is only loaded has seen nobody.
      const told = task.run?.context ?? { development: true }
      const { problem, ...rest } = Matching.tellThrown(defect, told)
      return E.left(failure(`the module of the policy, or its thread, ${problem}`, rest))
    }
    const started = E.tryCatch(
      () =>
        new Worker(entry, {
          workerData: task,
          ...flags(),
          ...(memory !== undefined && { resourceLimits: { maxOldGenerationSizeMb: memory } }),
        }),
      fail,
    )
    if (E.isLeft(started)) return resolve(started.left)
    const worker = started.right
    const answer = (given: E.Either<Port.PolicyFailure, A>): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      resolve(given)
      void worker.terminate()
    }
    const timer = setTimeout(
      () => answer(E.left(gone(`the policy gave no answer within ${String(deadline)} ms`))),
      deadline,
    )
    const stop = (): void => answer(E.left(stopped))
    signal?.addEventListener('abort', stop)
    worker.on('message', (message) => {
      const given = read(message)
      if (given !== undefined) answer(given)
    })
    worker.on('messageerror', (defect) => answer(fail(defect)))
    worker.on('error', (defect) => answer(fail(defect)))
    worker.on('exit', () =>
      answer(E.left(gone('the thread of the policy ended without an answer'))),
    )
  })
