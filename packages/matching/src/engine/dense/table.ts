import type { Matching } from '@reverse-mentoring/core'

/** Worth less than any path: what a pair that is not admissible costs in a table. */
const absent = -(2 ** 31)

/** The highest score and bonus that a table can hold beside `absent`; where no pair is absent any will do. */
export const mostInTable = 2 ** 30

/**
 * Every pair of rows and columns, admissible or not, and who holds whom; changed in place. One side, the rows, bids for
 * the other. The score of a pair is at row × columns + column.
 */
export interface Table {
  readonly rows: number
  readonly columns: number
  readonly scores: Int32Array
  /** What a pair counts for beside its score. */
  readonly bonus: number
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  /** The column that each row holds, or -1. */
  readonly columnOf: Int32Array
  /** The row that holds each column, or -1. */
  readonly rowOf: Int32Array
}

/** Whether every mentee has every mentor, in order, so that edges are cells. O(edges). */
export const isComplete = (problem: Matching.MatchingProblem): boolean => {
  const { mentorOf, first, mentorPlaces, menteePlaces } = problem
  const mentors = mentorPlaces.length
  if (mentorOf.length !== mentors * menteePlaces.length) return false
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const start = mentee * mentors
    if (first[mentee] !== start) return false
    for (let mentor = 0; mentor < mentors; mentor += 1)
      if (mentorOf[start + mentor] !== mentor) return false
  }
  return true
}

/**
 * The scores in rows of mentees, where the edges of each mentee are in the order of mentors; those of the problem
 * itself if every pair is an edge. O(mentors × mentees).
 */
export const scoresByMentee = (problem: Matching.MatchingProblem): Int32Array => {
  if (problem.mentorOf.length === problem.mentorPlaces.length * problem.menteePlaces.length)
    return problem.scoreOf
  const { first, mentorOf, scoreOf, mentorPlaces, menteePlaces } = problem
  const mentors = mentorPlaces.length
  const scores = new Int32Array(mentors * menteePlaces.length).fill(absent)
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const end = first[mentee + 1] ?? 0
    for (let edge = first[mentee] ?? 0; edge < end; edge += 1)
      scores[mentee * mentors + (mentorOf[edge] ?? 0)] = scoreOf[edge] ?? 0
  }
  return scores
}

/** Rows become columns, in blocks that a cache holds. O(cells). */
export const transposed = (scores: Int32Array, rows: number, columns: number): Int32Array => {
  const turned = new Int32Array(scores.length)
  const block = 32
  for (let top = 0; top < rows; top += block)
    for (let left = 0; left < columns; left += block) {
      const right = Math.min(columns, left + block)
      const bottom = Math.min(rows, top + block)
      for (let column = left; column < right; column += 1)
        for (let row = top; row < bottom; row += 1)
          turned[column * rows + row] = scores[row * columns + column] ?? 0
    }
  return turned
}

/** A table where nobody is held, and every price is 0. O(rows + columns). */
export const openTable = (
  scores: Int32Array,
  rows: number,
  columns: number,
  bonus: number,
): Table => ({
  rows,
  columns,
  scores,
  bonus,
  rowPrice: new Float64Array(rows),
  columnPrice: new Float64Array(columns),
  columnOf: new Int32Array(rows).fill(-1),
  rowOf: new Int32Array(columns).fill(-1),
})
