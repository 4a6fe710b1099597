import { View, type Values } from '@reverse-mentoring/core'
import type { Facts } from '../facts.ts'

/** What one recorded matching came to. */
export interface Matching extends Pick<View.RunRow, 'pairs' | 'unmatched' | 'parts' | 'of'> {
  readonly ranAt: Values.Instant
  /** The sum of the scores of its draft. */
  readonly worth: number | undefined
  /** Pairs and score that were possible at most, where it was proved. */
  readonly most: View.RunRow['bound']
  /** Whether no better one existed under the rules of then. */
  readonly best: boolean | undefined
}

/** The recorded matchings, the first one first. */
export const matchings = ({ input }: Facts): ReadonlyArray<Matching> =>
  input.answers.runs
    .map((row): Matching => {
      const { ranAt, pairs, unmatched, parts, of, objective, bound } = row
      const best = View.isBest(row)
      return {
        ...{ ranAt, pairs, unmatched, parts, of, best },
        worth: objective?.score,
        most: bound,
      }
    })
    .sort((a, b) => (a.ranAt < b.ranAt ? -1 : 1))
