import { join } from 'node:path'
import { promise } from '@reverse-mentoring/runtime'
import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import { interleaved } from '../../measure.ts'
import { atMost, type Row } from '../../row.ts'
import { appending } from '../appending.ts'
import { readWhole } from '../read-log.ts'
import { appendingRaw, openRaw } from './raw.ts'

/** Records of the log that is read, and of one page. */
const [records, page] = [20_000, 500]

/** The event store on SQLite beside its bare driver, each on a file of its own. */
export async function* againstRawRows(folder: string): AsyncGenerator<Row> {
  const store = await promise(sqliteEventStore({ file: join(folder, 'store.sqlite') }))
  const raw = await openRaw(join(folder, 'raw.sqlite'))
  try {
    for (const [together, rounds] of [
      [1, 601],
      [100, 201],
    ] as const) {
      const works = [appending(store, together), appendingRaw(raw, together)]
      const [here = Number.NaN, beside = Number.NaN] = await interleaved(rounds, works)
      yield atMost(
        `SQLite: one append of ${String(together)}, synchronous=FULL`,
        here,
        ['better-sqlite3 alone', beside],
        1.3,
      )
    }
    const fills = [appending(store, 1000), appendingRaw(raw, 1000)]
    for (let stored = 0; stored < records; stored += 1000) for (const fill of fills) await fill()
    const counted: Array<number> = []
    const [here = Number.NaN, beside = Number.NaN] = await interleaved(15, [
      async () => void (counted[0] = await readWhole(store, page)),
      () => void (counted[1] = raw.readLog(page)),
    ])
    if (counted[0] !== counted[1]) throw new Error('the two logs differ')
    yield atMost(
      `SQLite: reading a log of ${String(counted[0])} records, ${String(page)} a page`,
      here,
      ['better-sqlite3 alone, and JSON.parse', beside],
      1.3,
    )
  } finally {
    await promise(store.close)
    raw.close()
  }
}
