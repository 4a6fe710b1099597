/** What a process is started for. */
export type Task = { readonly module: string; readonly folder: string } & (
  AppendTask | ReadTask | FollowTask | CommitTask | ShownTask | KeepTask | FoundTask | SecretTask
)

/** Appends batches to a stream, going on from the actual revision after a conflict, as the runtime does. */
export interface AppendTask {
  readonly does: 'append'
  readonly stream: string
  /** Whose batches they are; no two processes have the same number. */
  readonly by: number
  /** The number of the first batch, and of how many there are. */
  readonly from: number
  readonly times: number
  readonly expected: number
  /** Records in a batch, and bytes that each holds at least. */
  readonly size: number
  readonly bytes: number
  /** Asks for each batch so many times, as who never got an answer does; once unless told. */
  readonly again?: number
  /** Waits for a word before it opens, or before each batch, which then is asked for once. */
  readonly waits?: 'to open' | 'each time'
}

/** What is read: a stream, or the whole log, in pages of so many. */
export interface Reading {
  readonly stream?: string
  readonly limit: number
}

/** Reads one thing after another. */
export interface ReadTask {
  readonly does: 'read'
  readonly readings: ReadonlyArray<Reading>
}

/** Follows the log, until it is told that nothing more comes. */
export interface FollowTask {
  readonly does: 'follow'
}

/** Commits to the headers of two cohorts, to the second one every other time, from what stands each time. */
export interface CommitTask {
  readonly does: 'commit'
  readonly by: number
  readonly times: number
  readonly size: number
}

/** Reads the headers of both cohorts and their rows. */
export interface ShownTask {
  readonly does: 'show'
}

/** Puts people and texts, and erases every third of them. */
export interface KeepTask {
  readonly does: 'keep'
  readonly by: number
  readonly times: number
}

/** Looks for people and texts, and puts those anew that are asked for. */
export interface FoundTask {
  readonly does: 'find'
  readonly by: number
  readonly times: number
  readonly again: ReadonlyArray<number>
}

/** Brings a secret and a salt of its own once it hears a word. */
export interface SecretTask {
  readonly does: 'bring'
  readonly by: number
  readonly times: number
}

/** What a process says, a line for each. */
export type Said =
  | { readonly is: 'ready' }
  | { readonly is: 'asked'; readonly batch: number; readonly expected: number }
  | {
      readonly is: 'taken'
      readonly batch: number
      readonly expected: number
      readonly revision: number
    }
  | { readonly is: 'conflict'; readonly batch: number; readonly actual: number }
  | { readonly is: 'read'; readonly reading: number; readonly records: ReadonlyArray<ReadRecord> }
  | { readonly is: 'committed'; readonly versions: ReadonlyArray<number>; readonly mark: string }
  | { readonly is: 'overtaken' }
  | {
      readonly is: 'shown'
      readonly cohorts: ReadonlyArray<ShownCohort>
      readonly checkpoint?: string
    }
  | { readonly is: 'kept'; readonly person: number }
  | { readonly is: 'erased'; readonly person: number }
  | {
      readonly is: 'found'
      readonly people: ReadonlyArray<number>
      readonly texts: ReadonlyArray<number>
    }
  | { readonly is: 'brought'; readonly values: ReadonlyArray<string> }
  /** What cannot be opened or read is told loudly, and nothing is lost in silence. */
  | {
      readonly is: 'failed'
      readonly at: 'loading' | 'opening' | 'reading' | 'writing'
      readonly because: string
    }

/** A record as it was read, and whether it is what was written. */
export interface ReadRecord {
  readonly id: string
  readonly stream: string
  readonly revision: number
  readonly isWhole: boolean
}

/** A header with the rows of its cohort. */
export interface ShownCohort {
  readonly version: number
  readonly mark: string
  readonly rows: ReadonlyArray<string>
}
