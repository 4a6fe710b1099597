import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { parentPort, workerData } from 'node:worker_threads'
import { failure } from '../fused/failure.ts'
import { runPolicy } from '../policy/run-policy.ts'
import type { Message, Task } from './message.ts'

/** A sign of progress at most so often, in milliseconds. */
const pause = 50

const isPolicy = (value: unknown): value is Port.MatchingPolicy =>
  typeof value === 'object' &&
  value !== null &&
  'propose' in value &&
  typeof value.propose === 'function'

const say = (message: Message): void => parentPort?.postMessage(message)

/** Runs the policy of a module on a pool, and says how far it is and what came out. */
const work = async ({ module, pool, context }: Task): Promise<void> => {
  const loaded: unknown = await import(module)
  const policy =
    typeof loaded === 'object' && loaded !== null && 'default' in loaded
      ? loaded.default
      : undefined
  if (!isPolicy(policy))
    return say({ result: E.left(failure('the module has no policy as its default export')) })
  let said = 0
  const onProgress = (done: number): void => {
    if (performance.now() - said < pause) return
    said = performance.now()
    say({ done })
  }
  say({ result: runPolicy(policy, pool, context, { onProgress }) })
}

await work(workerData as Task)
