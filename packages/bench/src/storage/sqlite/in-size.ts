import { join } from 'node:path'
import { promise } from '@reverse-mentoring/runtime'
import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import type { Row } from '../../row.ts'
import { storeCohorts, type Size } from '../../views/many-cohorts.ts'
import { flatRows } from '../flat.ts'
import { large, small } from '../logs.ts'
import { rebuildMemoryRow } from '../rebuild-memory.ts'

const fill = async (file: string, size: Size): Promise<void> => {
  const store = await promise(sqliteEventStore({ file, synchronous: 'NORMAL' }))
  await storeCohorts(store, size)
  await promise(store.close)
}

/** What costs in a large file, and in a small one. */
export async function* sqliteSizeRows(folder: string): AsyncGenerator<Row> {
  const [log, few] = [join(folder, 'large.sqlite'), join(folder, 'small.sqlite')]
  process.stderr.write('storage: SQLite, storing 10⁶ events …\n')
  await fill(log, large)
  await fill(few, small)
  const stores = [
    await promise(sqliteEventStore({ file: log })),
    await promise(sqliteEventStore({ file: few })),
  ] as const
  yield* flatRows('SQLite', ...stores)
  for (const store of stores) await promise(store.close)
  yield rebuildMemoryRow('SQLite', { log, directory: join(folder, 'directory.sqlite') })
}
