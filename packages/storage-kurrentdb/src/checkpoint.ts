import type { Position } from '@kurrent/kurrentdb-client'
import type { Stored } from '@reverse-mentoring/core'

/** Before the first record of any log. */
export const beginning = '0'

/**
 * The place of an event, with its id: at the same place in another log stands another event. Both parts of the position
 * count, for they are not alike everywhere.
 */
export const checkpointAt = (position: Position | undefined, id: string): Stored.Checkpoint =>
  position === undefined ? id : `${String(position.commit)}.${String(position.prepare)}.${id}`

const CHECKPOINT = /^(\d{1,19})\.(\d{1,19})\../

/** The position that a checkpoint names; `undefined` of what is none. */
export const positionOf = (checkpoint: Stored.Checkpoint): Position | undefined => {
  const [, commit, prepare] = CHECKPOINT.exec(checkpoint) ?? []
  return commit === undefined || prepare === undefined
    ? undefined
    : { commit: BigInt(commit), prepare: BigInt(prepare) }
}
