/** The two columns that leave a row most, and how much without the bonus; -1 where a column leaves it nothing. */
export interface Choice {
  best: number
  second: number
  bestNet: number
  secondNet: number
}

/** One way to read the rows of a table. */
export interface Reading {
  /** What a row would choose at the prices as they are: the same object each time. */
  readonly choose: (row: number) => Choice
  /** Places a row that holds nothing where it is worth most, others moving on as needed. */
  readonly place: (row: number) => void
}
