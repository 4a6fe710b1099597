import type { Values } from '@reverse-mentoring/core'

/** What processes commit to. */
export const view = 'momentum-1'
export const cohorts = [1, 2].map(
  (n) => `e0000000-0000-4000-8000-00000000000${String(n)}` as Values.CohortId,
)
