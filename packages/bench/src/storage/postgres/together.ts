import { randomUUID } from 'node:crypto'
import { promise } from '@reverse-mentoring/runtime'
import { postgresEventStore } from '@reverse-mentoring/storage-postgres'
import { interleaved } from '../../measure.ts'
import { atLeast, type Row } from '../../row.ts'
import { newRecord } from '../records.ts'
import type { Place } from './place.ts'

const waiting = 32

/** Appends of one process to different streams that wait together go out together. */
export async function* togetherRows(place: Place): AsyncGenerator<Row> {
  const store = await promise(postgresEventStore({ url: place.url, schema: place.schema('store') }))
  const appends = (): ReadonlyArray<() => Promise<unknown>> =>
    Array.from(
      { length: waiting },
      () => () => promise(store.append(`cohort-${randomUUID()}`, 0, [newRecord()])),
    )
  const together = async (): Promise<void> => {
    await Promise.all(appends().map((append) => append()))
  }
  const oneByOne = async (): Promise<void> => {
    for (const append of appends()) await append()
  }
  try {
    const [here = Number.NaN, single = Number.NaN] = await interleaved(51, [together, oneByOne])
    yield atLeast(
      'PostgreSQL: 32 writers of one process on streams of their own',
      here,
      ['one at a time', single],
      4,
    )
  } finally {
    await promise(store.close)
  }
}
