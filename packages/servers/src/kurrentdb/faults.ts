/** What goes wrong at a server; each is set by a test, and stays until it is taken back. */
export interface Faults {
  /** So many appends are written, and never answered. */
  swallowed: number
  /** So many appends are written, and the connection is cut before their answer. */
  cut: number
  /** No read is answered. */
  silent: boolean
  /** Reads end with an error after so many events. */
  cutReads: number | undefined
  /** Milliseconds before each event that is read. */
  slow: number
}

export const noFaults = (): Faults => ({
  ...{ swallowed: 0, cut: 0, silent: false, cutReads: undefined, slow: 0 },
})
