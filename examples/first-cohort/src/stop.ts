/** Why the program ends, and with which exit code: 0 done, 1 something failed, 2 it was asked wrongly and changed nothing. */
export interface Stop {
  readonly text: string
  readonly exitCode: 0 | 1 | 2
}

/** It was asked for something that cannot be; nothing was changed. */
export const askedWrongly = (text: string): Stop => ({ text, exitCode: 2 })

/** Something failed on the way; what was stored stays. */
export const failed = (text: string): Stop => ({ text, exitCode: 1 })
