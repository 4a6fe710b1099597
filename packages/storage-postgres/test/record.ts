import type { Stored } from '@reverse-mentoring/core'
import { randomUUID } from 'node:crypto'

type Batch = readonly [Stored.NewRecord, ...ReadonlyArray<Stored.NewRecord>]

const record = (words: string): Stored.NewRecord => ({
  id: randomUUID() as Stored.NewRecord['id'],
  type: 'SessionHeld',
  schema: 1,
  data: { words },
  meta: { command: randomUUID() as Stored.NewRecord['id'] },
})

/** So many records with the same words in each. */
export const batch = (size: number, words = 'a'): Batch => [
  record(words),
  ...Array.from({ length: size - 1 }, () => record(words)),
]
