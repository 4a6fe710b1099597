import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Checked } from './message.ts'
import type { BackupProgress } from './progress.ts'

export interface BackupOptions {
  /** Told as pages are copied, and records checked. */
  readonly onProgress?: (progress: BackupProgress) => void
}

/** Copies what is open into a file that is not there yet, while it is in use. */
export type Backup = (
  file: string,
  options?: BackupOptions,
) => TaskEither<Port.Misused | Port.Unavailable, Checked>
