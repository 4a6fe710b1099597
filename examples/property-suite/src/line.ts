import type { Stored } from '@reverse-mentoring/core'

/** What a line holds: one batch, so that a batch is there whole or not at all. */
export interface Line {
  readonly stream: string
  readonly recordedAt: string
  readonly ids: ReadonlyArray<string>
  /** Each as a text of its own, so that one that is damaged takes no other with it. */
  readonly records: ReadonlyArray<string>
}

/** The record that a text holds, if it is still one. */
export const recordIn = (text: string | undefined, id: string): Stored.NewRecord | undefined => {
  try {
    const record = JSON.parse(text ?? '') as Partial<Stored.NewRecord> | null
    return record?.id === id ? (record as Stored.NewRecord) : undefined
  } catch {
    return undefined
  }
}
