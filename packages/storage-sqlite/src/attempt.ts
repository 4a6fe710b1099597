import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { IOEither } from 'fp-ts/lib/IOEither.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { failureOf, isBusy } from './defect.ts'
import { during, keepingOf, type Keeping } from './keeping.ts'

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

/** Works once its turn has come, and again while others are at the file, until its patience is at an end. */
const patiently = async <Failure, A>(
  database: Openable,
  turn: Promise<unknown>,
  work: () => E.Either<Failure, A>,
): Promise<E.Either<Failure | Port.Misused | Port.Unavailable, A>> => {
  const end = performance.now() + keepingOf(database).patience
  await setImmediate()
  await turn
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

/** After what work may begin, and who is told of it, for what comes behind. */
type Turn = (keeping: Keeping) => {
  readonly turn: Promise<unknown>
  readonly follow: (done: Promise<unknown>) => void
}

/** Makes ready what is asked at once, and works in its turn; whatever it throws is a failure. */
const working =
  (turnIn: Turn) =>
  <Failure, Ready, A>(
    database: Openable,
    ready: IOEither<Failure, Ready>,
    work: (ready: Ready) => E.Either<Failure, A>,
  ): TaskEither<Failure | Port.Misused | Port.Unavailable, A> =>
  () => {
    const asked = ready()
    if (E.isLeft(asked)) return Promise.resolve(asked)
    const { turn, follow } = turnIn(keepingOf(database))
    const done = patiently(database, turn, () => work(asked.right))
    follow(done)
    return during(database, done)
  }

/**
 * Makes ready what is asked at once, and reads in the next turn of the event loop; whatever it throws is a failure.
 *
 * SQLite holds the process up while it works. A turn between lets others get on: who reads page after page starves
 * nobody, and commands that come in while one waits for its turn are waiting together for the next append.
 */
export const readingWith = working(() => ({
  turn: Promise.resolve(),
  follow: () => undefined,
}))

/**
 * The same for work that writes: changes happen in the order of their asking. While another process writes they wait,
 * between turns and not within SQLite, so that nothing else stands still; each has the lock before it changes anything,
 * and so may begin again.
 */
export const changingWith = working((keeping) => ({
  turn: keeping.changes,
  follow: (done) => {
    keeping.changes = done
  },
}))

const nothing = (): E.Either<never, undefined> => E.right(undefined)

/** Reads where nothing else can go wrong. */
export const reading = <A>(
  database: Openable,
  work: () => A,
): TaskEither<Port.Misused | Port.Unavailable, A> =>
  readingWith(database, nothing, () => E.right(work()))

/** Changes where nothing else can go wrong. */
export const changing = <A>(
  database: Openable,
  work: () => A,
): TaskEither<Port.Misused | Port.Unavailable, A> =>
  changingWith(database, nothing, () => E.right(work()))

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
