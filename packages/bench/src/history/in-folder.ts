import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promise } from '@reverse-mentoring/runtime'
import { sqliteEventStore, type SqliteEventStore } from '@reverse-mentoring/storage-sqlite'

/** An SQLite file for as long as it is measured; its commits wait for the disk. */
export const withSqlite = async <A>(work: (store: SqliteEventStore) => Promise<A>): Promise<A> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const store = await promise(sqliteEventStore({ file: join(folder, 'log.sqlite') }))
  try {
    return await work(store)
  } finally {
    await promise(store.close)
    await rm(folder, { recursive: true })
  }
}
