import type { Matching } from '@reverse-mentoring/core'
import { isOneToOne } from './finish.ts'

/** The exact engines. */
export type Engine = 'auction' | 'dense' | 'network'

/** A table of so many cells is still small: 3 000 × 3 000. */
const smallTable = 9_000_000

const hasGroups = ({ limits = [], floors = [] }: Matching.MatchingProblem): boolean =>
  limits.length + floors.length > 0

/** Whether an engine can hold a problem: limits and floors only the network can, and a table one partner each. */
export const serves = (engine: Engine, problem: Matching.MatchingProblem): boolean => {
  if (engine === 'network') return true
  if (hasGroups(problem)) return false
  return engine === 'auction' || isOneToOne(problem)
}

/** Which exact engine serves a problem of this shape best: part of a policy's version. O(people). */
export const chooseEngine = (problem: Matching.MatchingProblem): Engine => {
  if (hasGroups(problem)) return 'network'
  const { mentorPlaces, menteePlaces, mentorOf } = problem
  const cells = mentorPlaces.length * menteePlaces.length
  const isDense = cells <= smallTable && 2 * mentorOf.length >= cells
  return isDense && isOneToOne(problem) ? 'dense' : 'auction'
}
