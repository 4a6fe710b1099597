import type { Stored } from '@reverse-mentoring/core'
import { bytesOf, mostBytes, mostRecords } from '../cohort/append-limit.ts'

/** Records that stand one after the other in a log and belong to one stream, as many as one append takes. */
export type Run = readonly [Stored.StoredRecord, ...ReadonlyArray<Stored.StoredRecord>]

/** Cuts a log into runs, in its order. O(n). */
export const runsOf = (records: ReadonlyArray<Stored.StoredRecord>): ReadonlyArray<Run> => {
  const runs: Array<[Stored.StoredRecord, ...Array<Stored.StoredRecord>]> = []
  let bytes = 0
  for (const record of records) {
    const run = runs.at(-1)
    const size = bytesOf(record)
    const isNext = run?.[0].stream === record.stream
    if (run !== undefined && isNext && run.length < mostRecords && bytes + size <= mostBytes) {
      run.push(record)
      bytes += size
    } else {
      runs.push([record])
      bytes = size
    }
  }
  return runs
}
