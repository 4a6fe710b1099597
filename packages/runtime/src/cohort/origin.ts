import { Stored, Values } from '@reverse-mentoring/core'
import * as t from 'io-ts'

/** Where a command comes from: its own id, if the caller has one, and what caused it. */
export type Origin = Partial<Omit<Stored.NewRecord['meta'], 'proof'>>

/** An origin as it may be stored: ids, and nothing else. */
export const readOrigin = Stored.plainReader<Origin>(
  'Origin',
  t.exact(t.partial({ command: Values.Uuid, cause: Values.Uuid })),
)
