import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { parentPort, workerData } from 'node:worker_threads'
import { failure } from '../fused/failure.ts'
import { ofModule } from '../policy/of-module.ts'
import type { About } from '../policy/about.ts'
import type { Message, Run, Task } from './message.ts'

/** A sign of progress at most so often, in milliseconds. */
const pause = 50

const say = (message: Message): void => parentPort?.postMessage(message)

const aboutOf = ({ id, version, claims, reads }: Port.MatchingPolicy): About => ({
  ...{ id, version, claims },
  ...(reads !== undefined && { reads }),
})

const none = E.left(failure('the module exports no policy, as `policy` or by default'))

const changed = E.left(failure('the module holds another policy than when it was opened'))

/** Runs a policy, which may answer later, and says how far it is. */
const run = (policy: Port.MatchingPolicy, { pool, context }: Run) => {
  let said = 0
  const onProgress = (done: number): void => {
    if (performance.now() - said < pause) return
    said = performance.now()
    say({ done })
  }
  return Matching.askAnyPolicy(policy, pool, context, { onProgress })()
}

const work = async (task: Task): Promise<void> => {
  const policy = ofModule(await import(task.module))
  if (policy === undefined) return say({ result: none })
  if (task.run === undefined) return say({ about: aboutOf(policy) })
  const { of } = task.run
  if (policy.id !== of.id || policy.version !== of.version) return say({ result: changed })
  say({ result: await run(policy, task.run) })
}

await work(workerData as Task)
