import assert from 'node:assert/strict'
import { idsOfBatch } from './batches.ts'
import { allOf, type DiskBench } from './disk-law.ts'
import type { Reading, ReadRecord, Said } from './task.ts'

/** The records of each thing that was read. */
export const recordsIn = (
  said: ReadonlyArray<Said>,
  readings: number,
): ReadonlyArray<ReadonlyArray<ReadRecord>> => {
  const all = Array.from({ length: readings }, (): Array<ReadRecord> => [])
  for (const { reading, records } of allOf(said, 'read')) all[reading]?.push(...records)
  return all
}

/** What a process of its own reads, one thing after another. */
export const readEach = async (
  { done }: DiskBench,
  readings: ReadonlyArray<Reading>,
): Promise<ReadonlyArray<ReadonlyArray<ReadRecord>>> =>
  recordsIn(await done({ does: 'read', readings }), readings.length)

/** A stream, which is the only one: the log holds the same. */
export const readOnly = async (
  bench: DiskBench,
  stream: string,
): Promise<ReadonlyArray<ReadRecord>> => {
  const [records = [], log] = await readEach(bench, [{ stream, limit: 1000 }, { limit: 1000 }])
  assert.deepEqual(log, records, 'the log holds another thing than its one stream')
  return records
}

/** Breaks the law if a stream has a gap, or holds a record twice or in another shape than it was written. */
export const assertSound = (records: ReadonlyArray<ReadRecord>): void => {
  const gap = records.find(({ revision }, i) => revision !== i + 1)
  assert.ok(gap === undefined, `revision ${String(gap?.revision)} stands where another one should`)
  const torn = records.find((one) => !one.isWhole)
  assert.ok(torn === undefined, `the record at ${String(torn?.revision)} is not what was written`)
  assert.equal(new Set(records.map(({ id }) => id)).size, records.length, 'a record stands twice')
}

/** Breaks the law unless every batch that was told to be taken stands whole, where it was told to. */
export const assertTaken = (
  records: ReadonlyArray<ReadRecord>,
  said: ReadonlyArray<Said>,
  by: number,
  size: number,
): void => {
  for (const { batch, expected, revision } of allOf(said, 'taken')) {
    assert.equal(revision, expected + size, 'a receipt for another number of records')
    const there = records.slice(expected, revision).map(({ id }) => id)
    const what = `batch ${String(batch)} of process ${String(by)} was taken after ${String(expected)}, and is not there`
    assert.deepEqual(there, idsOfBatch(by, batch, size), what)
  }
}

/** Breaks the law unless a stream is made of whole batches. */
export const assertUnsplit = (records: ReadonlyArray<ReadRecord>, size: number): void => {
  for (let from = 0; from < records.length; from += size) {
    const digits = records[from]?.id.slice(-12) ?? ''
    const whole = idsOfBatch(Number(digits.slice(0, 3)), Number(digits.slice(3, 8)), size)
    const there = records.slice(from, from + size).map(({ id }) => id)
    assert.deepEqual(there, whole, `a part of a batch stands after ${String(from)}`)
  }
}
