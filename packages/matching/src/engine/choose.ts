import type { Matching } from '@reverse-mentoring/core'

/** The exact engines. */
export type Engine = 'auction' | 'dense' | 'shortest-paths'

/** Which exact engine serves a problem of this shape best. */
export const chooseEngine = (_problem: Matching.MatchingProblem): Engine => 'auction'
