import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { IOEither } from 'fp-ts/lib/IOEither.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { failureOf, isBusy } from './defect.ts'
import { keepingOf } from './keeping.ts'

type Openable = Readonly<{ open: boolean }>

const lost =
  'its file, or the journal beside it, was moved, deleted or replaced while it was open: end this process, put the files right, and start again'

/** Milliseconds before the second try, and between two tries at the most. */
const [first, most] = [1, 10]

/** Works once. */
const once = <Failure, A>(
  database: Openable,
  work: () => E.Either<Failure, A>,
): E.Either<Failure | Port.Misused | Port.Unavailable, A> => {
  if (!database.open) return E.left(Port.misused('it was closed'))
  const { isStanding } = keepingOf(database)
  if (!isStanding()) return E.left(Port.misused(lost))
  const answer = work()
  // What was written there meanwhile may be found by nobody.
  return isStanding() ? answer : E.left(Port.unavailable(lost))
}

/** Works in the next turn, and again while another process writes, until its patience is at an end. */
const patiently = async <Failure, A>(
  database: Openable,
  work: () => E.Either<Failure, A>,
): Promise<E.Either<Failure | Port.Misused | Port.Unavailable, A>> => {
  const { patience } = keepingOf(database)
  const end = performance.now() + patience
  await setImmediate()
  for (let pause = first; ; pause = Math.min(most, pause * 2)) {
    try {
      return once(database, work)
    } catch (defect) {
      const left = end - performance.now()
      if (!isBusy(defect) || left <= 0) return E.left(failureOf(defect))
      await setTimeout(Math.min(pause, left))
    }
  }
}

/**
 * Makes ready what is asked at once, and does the work in the next turn of the event loop, in the order of the asking;
 * whatever it throws is a failure.
 *
 * SQLite holds the process up while it works. A turn between lets others get on: who reads page after page starves
 * nobody, and commands that come in while one waits for its turn are waiting together for the next append. While another
 * process writes, work that writes waits its turn here, between turns and not within SQLite, so that nothing else stands
 * still; it changes nothing before it has the lock, and so may begin again.
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
    const { underway } = keepingOf(database)
    const done = patiently(database, () => work(asked.right))
    underway.add(done)
    return done.finally(() => underway.delete(done))
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

/** Closes a database once all that was asked of it before is done. */
export const closing =
  (database: Database.Database): TaskEither<Port.Misused | Port.Unavailable, void> =>
  async () => {
    await Promise.allSettled(keepingOf(database).underway)
    try {
      database.close()
      return E.right(undefined)
    } catch (defect) {
      return E.left(failureOf(defect))
    }
  }
