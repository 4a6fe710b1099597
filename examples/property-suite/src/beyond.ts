import { randomUUID } from 'node:crypto'
import type { Stored, Values } from '@reverse-mentoring/core'

/** A batch over the limit of the store, which only the store knows. */
export const beyond = (): readonly [Stored.NewRecord] => [
  {
    id: randomUUID() as Values.Uuid,
    type: 'PracticeShared',
    schema: 1,
    data: { long: 'x'.repeat(1024 * 1024) },
    meta: { command: randomUUID() as Values.Uuid },
  },
]
