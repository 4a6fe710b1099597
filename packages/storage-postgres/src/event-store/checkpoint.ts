import type { Stored } from '@reverse-mentoring/core'

/** A place in the log, with the id of the record there: at the same place in another log stands another one. */
export interface Place {
  readonly position: number
  readonly id?: string
}

/** Before the first record of any log. */
export const beginning = '0'

export const checkpointAt = (position: number, id: string): Stored.Checkpoint =>
  `${String(position)}.${id}`

const CHECKPOINT = /^(\d{1,15})\.(.+)$/s

/** The place that a checkpoint stands for; `undefined` for what is none. */
export const placeOf = (checkpoint: Stored.Checkpoint): Place | undefined => {
  if (checkpoint === beginning) return { position: 0 }
  const [, position, id] = CHECKPOINT.exec(checkpoint) ?? []
  return position === undefined || id === undefined ? undefined : { position: Number(position), id }
}
