import { randomUUID } from 'node:crypto'
import type { Stored, Values } from '@reverse-mentoring/core'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'

const newId = (): Values.Uuid => randomUUID() as Values.Uuid

/** A record of usual size. */
export const newRecord = (): Stored.NewRecord => ({
  id: newId(),
  type: 'SessionHeld',
  schema: 1,
  data: {
    ...{ at: '2026-03-01T10:00:00.000Z', by: { role: 'participant', id: newId() } },
    ...{ session: newId(), pairing: newId(), began: '2026-03-01T09:00:00.000Z', minutes: 45 },
    topics: ['digital-skills', 'careers'],
  },
  meta: { command: newId() },
})

/** So many of them, one at least. */
export const newRecords = (count: number): RNEA.ReadonlyNonEmptyArray<Stored.NewRecord> =>
  RNEA.makeBy(newRecord)(count)
