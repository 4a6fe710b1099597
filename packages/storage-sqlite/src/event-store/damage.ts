import { Port, type Stored } from '@reverse-mentoring/core'
import { read } from '../text.ts'

/** The record that a text holds; `undefined` where it was damaged. */
export const recordIn = (json: string): Stored.NewRecord | undefined => {
  try {
    const record = read(json)
    return Port.isRecord(record) ? record : undefined
  } catch {
    return undefined
  }
}
