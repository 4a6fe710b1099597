import { type Measured, unknown } from './measure.ts'

/** The value of two classes of people, from a table of rows by the class of the mentee; class -1 is unknown. */
export const byClasses = (
  ofMentor: Int32Array,
  ofMentee: Int32Array,
  columns: number,
  table: Int32Array,
): Measured => ({
  values: (mentee, list, count, into) => {
    const row = ofMentee[mentee] ?? unknown
    if (row < 0) {
      into.fill(unknown, 0, count)
      return
    }
    for (let at = 0; at < count; at += 1) {
      const column = ofMentor[list[at] ?? 0] ?? unknown
      into[at] = column < 0 ? unknown : (table[row * columns + column] ?? unknown)
    }
  },
  most: table.reduce((most, value) => Math.max(most, value), 0),
})
