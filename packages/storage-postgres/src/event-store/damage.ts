import { Port, type Stored } from '@reverse-mentoring/core'
import { readable } from '../text.ts'

/** The record that a text holds; `undefined` where it was damaged. */
export const recordIn = (json: string): Stored.NewRecord | undefined => {
  const record = readable(json)
  return Port.isRecord(record) ? record : undefined
}
