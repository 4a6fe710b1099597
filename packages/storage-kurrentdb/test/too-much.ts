import type { Stored, Values } from '@reverse-mentoring/core'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'

const recordOf = (text: string): Stored.NewRecord => ({
  id: crypto.randomUUID() as Values.Uuid,
  type: 'SessionHeld',
  schema: 1,
  data: { text },
  meta: { command: crypto.randomUUID() as Values.Uuid },
})

/** Records of more than a server takes at once. */
export const tooMuch = (): ReadonlyNonEmptyArray<Stored.NewRecord> => [
  recordOf('a'.repeat(600_000)),
  recordOf('b'.repeat(600_000)),
]
