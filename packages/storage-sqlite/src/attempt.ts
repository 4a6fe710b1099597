import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { reasonOf } from './defect.ts'

/**
 * What the work answers in the next turn of the event loop; whatever it throws is `Unavailable`.
 *
 * SQLite holds the process up while it works. A turn between lets others get on: who reads page after page starves
 * nobody, and commands that come in while one waits for its turn are waiting together for the next append.
 */
export const attempt =
  <A>(database: { readonly open: boolean }, work: () => A): TaskEither<Port.Unavailable, A> =>
  () =>
    new Promise((resolve) => {
      setImmediate(() => {
        try {
          resolve(E.right(work()))
        } catch (defect) {
          resolve(E.left(Port.unavailable(database.open ? reasonOf(defect) : 'it was closed')))
        }
      })
    })
