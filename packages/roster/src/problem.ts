/** What can be wrong with a row, in one word, for those who answer problems by program. */
export type ProblemKind =
  | 'agrees'
  | 'email'
  | 'external'
  | 'external-manager'
  | 'grade'
  | 'id-empty'
  | 'id-shortened'
  | 'id-twice'
  | 'line-long'
  | 'line-round'
  | 'manager-almost'
  | 'manager-contradicts'
  | 'manager-empty'
  | 'manager-unknown'
  | 'name-empty'
  | 'number'
  | 'person-twice'
  | 'role'
  | 'row-length'
  | 'status'
  | 'topic'
  | 'zone'

/** What is wrong with one row of a roster, or with many in the same way: where, what, and how to mend it. */
export interface RosterProblem {
  readonly kind: ProblemKind
  /** Lines of the file on which the rows begin, or numbers of the records: from 1, ascending. */
  readonly lines: ReadonlyArray<number>
  /** The column's own header, or what it would be called. */
  readonly column: string
  readonly problem: string
  readonly mend: string
  /** Where the other people stand whose lines of management are unknown because of it; absent where there are none. */
  readonly below?: ReadonlyArray<number>
}

/** The source as a whole cannot be used: why, and how to mend it. */
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
