/** What is wrong with one row of a roster, where, and how to mend it. */
export interface RowProblem {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number
  /** The column's own header, or what it would be called. */
  readonly column: string
  readonly problem: string
  readonly mend: string
}

/** The file as a whole cannot be read: why, and how to mend it. */
export interface UnreadableRoster {
  readonly _tag: 'UnreadableRoster'
  readonly problem: string
  readonly mend: string
}

export const unreadable = (problem: string, mend: string): UnreadableRoster => ({
  _tag: 'UnreadableRoster',
  problem,
  mend,
})

/** One line for a person: `line 12, Grade: “G7” is no whole number – write …`. */
export const sayProblem = ({ line, column, problem, mend }: RowProblem): string =>
  `line ${String(line)}, ${column}: ${problem} – ${mend}`
