import type { Revision } from '../stored/record.ts'

/** Somebody else was faster: the stream has `actual` events, not as many as expected. */
export interface Conflict {
  readonly _tag: 'Conflict'
  readonly actual: Revision
}

/** The batch is over what the engine takes at once; nothing of it was stored. `limit` is in bytes or records, as `unit` says. */
export interface TooLarge {
  readonly _tag: 'TooLarge'
  readonly limit: number
  readonly unit: 'bytes' | 'records'
}

/** An adapter cannot answer; after an append this says nothing about whether it was stored. */
export interface Unavailable {
  readonly _tag: 'Unavailable'
  /** For an operator; holds no stored value. */
  readonly reason: string
}

export const conflict = (actual: Revision): Conflict => ({ _tag: 'Conflict', actual })
export const tooLarge = (limit: number, unit: TooLarge['unit']): TooLarge => ({
  _tag: 'TooLarge',
  limit,
  unit,
})
export const unavailable = (reason: string): Unavailable => ({ _tag: 'Unavailable', reason })
