import * as E from 'fp-ts/lib/Either.js'
import { parentPort, workerData } from 'node:worker_threads'
import { failure } from '../fused/failure.ts'
import { ofModule } from '../policy/of-module.ts'
import { runPolicy } from '../policy/run-policy.ts'
import type { Message, Task } from './message.ts'

/** A sign of progress at most so often, in milliseconds. */
const pause = 50

const say = (message: Message): void => parentPort?.postMessage(message)

/** Runs the policy of a module on a pool, and says how far it is and what came out. */
const work = async ({ module, pool, context }: Task): Promise<void> => {
  const policy = ofModule(await import(module))
  if (policy === undefined)
    return say({
      result: E.left(failure('the module exports no policy, as `policy` or by default')),
    })
  let said = 0
  const onProgress = (done: number): void => {
    if (performance.now() - said < pause) return
    said = performance.now()
    say({ done })
  }
  say({ result: runPolicy(policy, pool, context, { onProgress }) })
}

await work(workerData as Task)
