import type { Matching, Port } from '@reverse-mentoring/core'
import type { Worth } from './worth.ts'

/** What an engine found: the edges taken, what they are worth, and the proof where the engine is exact. */
export interface Solution {
  readonly taken: Matching.TakenEdges
  readonly worth: Worth
  readonly certificate?: Matching.NumericCertificate
}

/** The caller's `onProgress` said stop. */
export type Cancelled = Port.Cancelled

/** Scores, places and people together are more than whole doubles can tell apart. */
export interface BeyondExact {
  readonly _tag: 'BeyondExact'
  readonly problem: string
}

/** Floors that no result meets together, by index, and the prices of a level that counts them alone, which prove it. */
export interface Unmet {
  readonly _tag: 'Unmet'
  readonly floors: ReadonlyArray<number>
  readonly prices: Matching.NumericPrices
}

/**
 * Two limits or floors of one side that are neither apart nor one inside the other, by index among their kind. A floor
 * lies around a limit only where nobody in it has a second place.
 */
export interface Overlap {
  readonly _tag: 'Overlap'
  readonly one: { readonly kind: 'limit' | 'floor'; readonly at: number }
  readonly other: { readonly kind: 'limit' | 'floor'; readonly at: number }
}

/** Limits on pairs of two groups: no engine counts them. */
export interface Uncounted {
  readonly _tag: 'Uncounted'
}

export type EngineFault = Cancelled | BeyondExact | Unmet | Overlap | Uncounted

/**
 * Called now and then during a long run with the share that is done, from 0 to 1, never less than before; false stops
 * the run.
 */
export type OnProgress = (done: number) => boolean

export const cancelled: Cancelled = { _tag: 'Cancelled' }
