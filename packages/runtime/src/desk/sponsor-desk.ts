import type { Figures } from '../question/figures.ts'

/** What a sponsor may ask: published figures, and nothing in between. */
export interface SponsorDesk {
  /**
   * The last publication at or before an instant; nothing before the first. Figures are published every 30 days from
   * the cohort's start and at its close, and stay: no two answers tell by subtraction of fewer than k people (INV34),
   * but for the difference of a sum and another one of an earlier date (decision 14). Reads the cohort's events, and compares figures
   * anew only after one was added.
   */
  readonly figures: Figures
}

/** Opens the sponsor's desk; the host vouches for who sits at it. */
export const sponsorDesk = (figures: Figures): SponsorDesk => ({ figures })
