import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** Something that is open until it is closed. */
export interface Closable {
  /** Closes it after everything that was asked for before. Closing again does nothing. */
  readonly close: TaskEither<Port.Misused | Port.Unavailable, void>
}
