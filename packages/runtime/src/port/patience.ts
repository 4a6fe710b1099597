import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Sources } from '../sources.ts'

/** How often, and how long apart, something unavailable is tried again. */
export interface Patience {
  /** Tries in all, 1 or more. */
  readonly tries: number
  /** Milliseconds before the second try at most; doubled for each further one. */
  readonly first: number
  /** Milliseconds between two tries at the most. */
  readonly most: number
}

export const defaultPatience: Patience = { tries: 6, first: 20, most: 2000 }

/** Does the very same again while it is unavailable: exponential back-off with full jitter. */
export const patiently =
  ({ tries, first, most }: Patience, { chance, pause }: Sources) =>
  <F extends { readonly _tag: string }, A>(work: TaskEither<F, A>): TaskEither<F, A> =>
  async () => {
    let answer = await work()
    for (let tried = 1; tried < tries; tried += 1) {
      if (E.isRight(answer) || answer.left._tag !== 'Unavailable') return answer
      await pause(chance() * Math.min(most, first * 2 ** (tried - 1)))()
      answer = await work()
    }
    return answer
  }
