import * as E from 'fp-ts/lib/Either.js'
import type { IO } from 'fp-ts/lib/IO.js'
import type { IOEither } from 'fp-ts/lib/IOEither.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** Works when it is asked, not a tick later: callers are judged in the order of their calls. */
export const answer =
  <Failure, A>(work: IOEither<Failure, A>): TaskEither<Failure, A> =>
  () =>
    Promise.resolve(work())

export const reply = <A>(work: IO<A>): TaskEither<never, A> => answer(() => E.right(work()))
