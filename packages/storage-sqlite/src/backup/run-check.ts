import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { Worker } from 'node:worker_threads'
import type { Checked, Message, Task } from './message.ts'
import type { OnStep } from './progress.ts'

/** The sources run as they are, and built ones next to each other. */
const entry = new URL(import.meta.url.endsWith('.ts') ? 'entry.ts' : 'entry.js', import.meta.url)

/** Checks a copy in a thread of its own, so that this one stays free; done once the thread has let go of the file. */
export const runCheck = (
  task: Task,
  onStep: OnStep,
): Promise<E.Either<Port.Unavailable, Checked>> =>
  new Promise((resolve) => {
    let answer: E.Either<Port.Unavailable, Checked> = E.left(
      Port.unavailable('the check of the copy ended without an answer'),
    )
    const worker = new Worker(entry, { workerData: task, execArgv: [] })
    worker.on('message', (message: Message) => {
      if ('step' in message) onStep(message.step)
      else if ('checked' in message) answer = E.right(message.checked)
      else answer = E.left(Port.unavailable(message.failed))
    })
    worker.on('error', (defect) => {
      const kind = defect instanceof Error ? defect.name : typeof defect
      answer = E.left(Port.unavailable(`the check of the copy failed (${kind})`))
    })
    worker.on('exit', () => {
      resolve(answer)
    })
  })
