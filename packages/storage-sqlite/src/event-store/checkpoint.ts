import type { Stored } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import { recordIn } from './damage.ts'

/** Before the first record of any log. */
export const beginning = '0'

/** The place of a record, with its id: at the same place in another log stands another record. */
export const checkpointAt = (
  position: number,
  record: Pick<Stored.NewRecord, 'id'> | undefined,
): Stored.Checkpoint => `${String(position)}.${record?.id ?? 'damaged'}`

const CHECKPOINT = /^(\d{1,15})\../

/** Finds the position that a checkpoint stands for; `undefined` for one of another log, or of none. */
export const findingPositions = (database: Database.Database) => {
  const at = database
    .prepare<[number], string>('SELECT record FROM event WHERE position = ?')
    .pluck()
  return (checkpoint: Stored.Checkpoint): number | undefined => {
    if (checkpoint === beginning) return 0
    const position = Number(CHECKPOINT.exec(checkpoint)?.[1] ?? Number.NaN)
    const stored = Number.isNaN(position) ? undefined : at.get(position)
    if (stored === undefined) return undefined
    const record = recordIn(stored)
    // What was damaged since can no longer say what it was.
    const isHere = record === undefined || checkpointAt(position, record) === checkpoint
    return isHere ? position : undefined
  }
}
