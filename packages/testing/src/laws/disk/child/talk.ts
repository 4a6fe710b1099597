import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { tellFailure } from '../../tell-failure.ts'
import type { Said } from '../task.ts'

/** Straight to the pipe: what was said has left the process, whatever becomes of it. */
export const say = (said: Said): void => {
  const bytes = Buffer.from(`${JSON.stringify(said)}\n`)
  for (let from = 0; from < bytes.length;) {
    try {
      from += writeSync(1, bytes, from)
    } catch (full) {
      if ((full as NodeJS.ErrnoException).code !== 'EAGAIN') throw full
    }
  }
}

let lines: AsyncIterator<string> | undefined

/** The next word from who started this process. */
export const word = async (): Promise<string> => {
  lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  const next = await lines.next()
  return next.done === true ? 'end' : next.value
}

/** What cannot be done is said, and ends the process. */
export class Failed extends Error {}

/** Says what cannot be done, and ends the process. */
export const fail = (at: Extract<Said, { is: 'failed' }>['at'], because: string): never => {
  say({ is: 'failed', at, because })
  throw new Failed()
}

/** The answer; a failure is said, and ends the process. */
export const right = async <A>(
  at: 'opening' | 'reading' | 'writing',
  task: TaskEither<unknown, A>,
): Promise<A> => {
  const answer = await task()
  if (E.isRight(answer)) return answer.right
  return fail(at, tellFailure(answer.left))
}

/** A moment in which others get on. */
export const moment = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds)
  })

/** Asks again while it is unavailable, for as long as its process may live. */
export const patiently = async <F extends { readonly _tag: string }, A>(
  task: TaskEither<F, A>,
): Promise<E.Either<F, A>> => {
  for (;;) {
    const answer = await task()
    if (E.isRight(answer) || answer.left._tag !== 'Unavailable') return answer
    await moment(5)
  }
}
