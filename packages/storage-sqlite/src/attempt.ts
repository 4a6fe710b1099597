import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { IOEither } from 'fp-ts/lib/IOEither.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { failureOf } from './defect.ts'
import { isStanding } from './standing.ts'

type Openable = Readonly<{ open: boolean }>

const lost =
  'its file, or the journal beside it, was moved, deleted or replaced while it was open: end this process, put the files right, and start again'

/**
 * Makes ready what is asked at once, and does the work in the next turn of the event loop, in the order of the asking;
 * whatever it throws is a failure.
 *
 * SQLite holds the process up while it works. A turn between lets others get on: who reads page after page starves
 * nobody, and commands that come in while one waits for its turn are waiting together for the next append.
 */
export const attemptWith =
  <Failure, Ready, A>(
    database: Openable,
    ready: IOEither<Failure, Ready>,
    work: (ready: Ready) => E.Either<Failure, A>,
  ): TaskEither<Failure | Port.Misused | Port.Unavailable, A> =>
  () => {
    const asked = ready()
    if (E.isLeft(asked)) return Promise.resolve(asked)
    return new Promise((resolve) => {
      setImmediate(() => {
        try {
          const isLost = database.open && !isStanding(database)
          const answer = isLost ? E.left(Port.misused(lost)) : work(asked.right)
          // What was written there meanwhile may be found by nobody.
          const isDoubtful = !isLost && database.open && !isStanding(database)
          resolve(isDoubtful ? E.left(Port.unavailable(lost)) : answer)
        } catch (defect) {
          resolve(E.left(database.open ? failureOf(defect) : Port.misused('it was closed')))
        }
      })
    })
  }

/** The same for work with which nothing else can go wrong. */
export const attempt = <A>(
  database: Openable,
  work: () => A,
): TaskEither<Port.Misused | Port.Unavailable, A> =>
  attemptWith(
    database,
    () => E.right(undefined),
    () => E.right(work()),
  )
