import type { BackupProgress, Step } from './progress.ts'

/** A record of the log that is not what was written, or one before it in its stream is not. */
export interface Unproved {
  readonly stream: string
  readonly revision: number
}

/** What was found in a copy. */
export interface Checked {
  /** The first ones of the records whose proofs do not hold, 20 at the most. None in a directory. */
  readonly unproved: ReadonlyArray<Unproved>
}

/** What the thread is started with. */
export interface Task {
  readonly file: string
  readonly what: BackupProgress['what']
}

/** What the thread says. */
export type Message =
  { readonly step: Step } | { readonly checked: Checked } | { readonly failed: string }
