import type { Backup } from './backup/backup.ts'
import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** Something that is kept in a file until it is closed. */
export interface Closable {
  /** Closes it after everything that was asked for before. Closing again does nothing. */
  readonly close: TaskEither<Port.Misused | Port.Unavailable, void>
}

/** What is open in a file: it can be closed, and copied while it is in use. */
export interface Kept extends Closable {
  readonly backup: Backup
}
