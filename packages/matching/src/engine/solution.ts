import type { Matching } from '@reverse-mentoring/core'
import type { Worth } from './worth.ts'

/** What an engine found: the edges taken, what they are worth, and the proof where the engine is exact. */
export interface Solution {
  readonly taken: Matching.TakenEdges
  readonly worth: Worth
  readonly certificate?: Matching.NumericCertificate
}

/** The caller's `onProgress` said stop. */
export interface Cancelled {
  readonly _tag: 'Cancelled'
}

/** Scores, places and people together are more than whole doubles can tell apart. */
export interface BeyondExact {
  readonly _tag: 'BeyondExact'
  readonly problem: string
}

export type EngineFault = Cancelled | BeyondExact

/**
 * Called now and then during a long run with the share that is done, from 0 to 1, never less than before; false stops
 * the run.
 */
export type OnProgress = (done: number) => boolean

export const cancelled: Cancelled = { _tag: 'Cancelled' }
