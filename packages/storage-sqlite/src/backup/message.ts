import type { Stored } from '@reverse-mentoring/core'
import type { BackupProgress, Step } from './progress.ts'

/** What was found in a copy. */
export interface Checked {
  /** The first places at which the log does not hold what was written, 20 at the most. None in a directory. */
  readonly unproved: ReadonlyArray<Stored.Unproved>
  /** How many more such places there are. */
  readonly more: number
}

/** What the thread is started with. */
export interface Task {
  readonly file: string
  readonly what: BackupProgress['what']
}

/** What the thread says. */
export type Message =
  { readonly step: Step } | { readonly checked: Checked } | { readonly failed: string }
