import type { Revision } from '../stored/record.ts'
import type { ViewOf } from './view-of.ts'

/** Somebody else was faster: the stream has `actual` events, not as many as expected, or not the same. */
export interface Conflict {
  readonly _tag: 'Conflict'
  readonly actual: Revision
}

/** Somebody else was faster: these headers are not at the version that the commit was made after. Nothing was changed. */
export interface Overtaken {
  readonly _tag: 'Overtaken'
  readonly headers: ReadonlyArray<ViewOf>
}

/** The batch is over what the engine takes at once; nothing of it was stored. `limit` is in bytes or records, as `unit` says. */
export interface TooLarge {
  readonly _tag: 'TooLarge'
  readonly limit: number
  readonly unit: 'bytes' | 'records'
}

/** An adapter cannot answer now; the same may go well later. After an append or a commit this says nothing about whether it was stored. */
export interface Unavailable {
  readonly _tag: 'Unavailable'
  /** For an operator; holds no stored value. */
  readonly reason: string
}

/** What was asked makes no sense, or can never go well here: trying again does not help. Nothing was changed. */
export interface Misused {
  readonly _tag: 'Misused'
  /** For an operator; holds no stored value. */
  readonly reason: string
}

/** The directory refuses: this person is being erased, or was. */
export interface Erased {
  readonly _tag: 'Erased'
}

export const conflict = (actual: Revision): Conflict => ({ _tag: 'Conflict', actual })
export const overtaken = (headers: ReadonlyArray<ViewOf>): Overtaken => ({
  _tag: 'Overtaken',
  headers,
})
export const tooLarge = (limit: number, unit: TooLarge['unit']): TooLarge => ({
  _tag: 'TooLarge',
  limit,
  unit,
})
export const unavailable = (reason: string): Unavailable => ({ _tag: 'Unavailable', reason })
export const misused = (reason: string): Misused => ({ _tag: 'Misused', reason })
