import type { Stored, Values } from '@reverse-mentoring/core'
import { isDeepStrictEqual } from 'node:util'

/** The digits of an id: whose batch, which one, which record of it. */
const idOf = (by: number, batch: number, index: number): Values.Uuid =>
  `00000000-0000-7000-8000-${[
    String(by).padStart(3, '0'),
    String(batch).padStart(5, '0'),
    String(index).padStart(4, '0'),
  ].join('')}` as Values.Uuid

// Line ends, quotes, and letters of one to four bytes.
const motif = 'a line\nand "another" \\ é 漢 😀 '

/** Words of so many bytes at least, told apart by a number. */
const words = (bytes: number, number: number): string =>
  `${String(number)} ${motif.repeat(Math.ceil(bytes / Buffer.byteLength(motif)))}`

const recordOf = (by: number, batch: number, index: number, bytes: number): Stored.NewRecord => ({
  id: idOf(by, batch, index),
  type: 'SessionHeld',
  schema: 1,
  data: { bytes, words: words(bytes, by * 1000 + batch + index) },
  meta: { command: idOf(by, batch, 9999) },
})

export type Batch = readonly [Stored.NewRecord, ...ReadonlyArray<Stored.NewRecord>]

/** The records of one batch: always the same. */
export const batchOf = (by: number, batch: number, size: number, bytes: number): Batch => [
  recordOf(by, batch, 0, bytes),
  ...Array.from({ length: size - 1 }, (_, i) => recordOf(by, batch, i + 1, bytes)),
]

/** The ids of its records. */
export const idsOfBatch = (by: number, batch: number, size: number): ReadonlyArray<string> =>
  Array.from({ length: size }, (_, index) => idOf(by, batch, index))

/** Whether a record that was read is the one that was written under its id. */
export const isWhole = (read: Stored.StoredRecord): boolean => {
  const digits = read.id.slice(-12)
  const [by, batch] = [Number(digits.slice(0, 3)), Number(digits.slice(3, 8))]
  const { stream: _s, revision: _r, checkpoint: _c, recordedAt: _a, ...record } = read
  const bytes = Number(record.data['bytes'])
  return isDeepStrictEqual(record, recordOf(by, batch, Number(digits.slice(8)), bytes))
}
