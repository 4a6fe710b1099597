declare global {
  /** What any platform's signal has. Where types of one are loaded, such as Node's, it is all of theirs. */
  interface AbortSignal {
    readonly aborted: boolean
  }
}

/** How a run is watched and stopped. */
export interface Watch {
  /** Stops the run: at its next sign of progress, or at once where it answers later. */
  readonly signal?: AbortSignal
  /** Called now and then with the share that is done, from 0 to 1, never less than before. */
  readonly onProgress?: (done: number) => void
}

/** The run was told to stop before it was done, and nothing came of it. */
export interface Cancelled {
  readonly _tag: 'Cancelled'
}
