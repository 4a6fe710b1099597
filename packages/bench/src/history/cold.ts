import { promise, readCohort } from '@reverse-mentoring/runtime'
import { interleaved } from '../measure.ts'
import { atMost, type Row } from '../row.ts'
import { withSqlite } from './in-folder.ts'
import { storeCohort } from './stored-cohort.ts'

const size = 45_000

/** Reading a cohort that no process has in memory. */
export async function* coldRows(): AsyncGenerator<Row> {
  yield* await withSqlite(async (store) => {
    const { stream, records } = await storeCohort(store, size)
    const texts = records.map((record) => JSON.stringify(record))
    const checked = { readStream: store.readStream, checkProofs: true }
    const [here = Number.NaN, checking = Number.NaN, parsing = Number.NaN] = await interleaved(9, [
      () => promise(readCohort(store, stream)),
      () => promise(readCohort(checked, stream)),
      () => {
        for (const text of texts) JSON.parse(text)
      },
    ])
    const { revision } = await promise(readCohort(store, stream))
    if (revision !== size) throw new Error(`${String(revision)} events were read`)
    return [
      atMost(
        'cold: read, decode and fold 45 000 events from SQLite',
        here,
        ['JSON.parse over the same stored texts', parsing],
        6,
      ),
      atMost('cold: the same, with every proof checked', checking, ['without', here], 3),
    ]
  })
}
