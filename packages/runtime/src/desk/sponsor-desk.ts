import type { Port, Values, View } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { figures, type FiguresFailure } from '../question/figures.ts'

/** What a sponsor may ask: published figures, and nothing in between. */
export interface SponsorDesk {
  /**
   * The last publication at or before an instant; nothing before the first. Figures are published every 30 days from
   * the cohort's start and at its close, and stay: no two answers tell by subtraction of fewer than k people (INV34).
   * O(the cohort's events).
   */
  readonly figures: (
    cohort: Values.CohortId,
    asOf: Values.Instant,
  ) => TaskEither<FiguresFailure, View.Publication | undefined>
}

/** Opens the sponsor's desk; the host vouches for who sits at it. */
export const sponsorDesk = (store: Pick<Port.EventStore, 'readStream'>): SponsorDesk => ({
  figures: figures(store),
})
