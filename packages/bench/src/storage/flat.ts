import { randomUUID } from 'node:crypto'
import type { Port } from '@reverse-mentoring/core'
import { promise } from '@reverse-mentoring/runtime'
import { interleaved } from '../measure.ts'
import { atMost, type Row } from '../row.ts'
import { newRecords } from './records.ts'

type Log = Pick<Port.EventStore, 'append' | 'readLog' | 'head'>

const page = 500

/** One record each time, at the end of a stream of its own. */
const appendingAnywhere = (log: Log) => () =>
  promise(log.append(`cohort-${randomUUID()}`, 0, newRecords(1)))

/** Reads the last page of a log. */
const readingTheEnd = async (log: Log): Promise<() => Promise<void>> => {
  const after = await promise(log.head)
  await promise(log.append(`cohort-${randomUUID()}`, 0, newRecords(page)))
  return async () => {
    const { records, more } = await promise(log.readLog({ after, limit: page }))
    if (records.length !== page || more) throw new Error('not the last page')
  }
}

/** What appending and reading on cost does not grow with the log: one of 10⁶ events beside one of 10⁴. */
export async function* flatRows(engine: string, large: Log, small: Log): AsyncGenerator<Row> {
  const ends = [await readingTheEnd(large), await readingTheEnd(small)]
  const [late = Number.NaN, early = Number.NaN] = await interleaved(101, ends)
  yield atMost(`${engine}: the last page of a log of 10⁶ events`, late, ['of 10⁴', early], 1.2)
  const appends = [appendingAnywhere(large), appendingAnywhere(small)]
  const [many = Number.NaN, few = Number.NaN] = await interleaved(601, appends)
  yield atMost(`${engine}: one append to a log of 10⁶ events`, many, ['to one of 10⁴', few], 1.2)
}
