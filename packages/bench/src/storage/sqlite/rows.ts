import { absent } from '../../absent.ts'
import { inFolder } from '../../in-folder.ts'
import type { Row } from '../../row.ts'
import { inMemory } from '../in-memory.ts'
import { againstEmmettRows } from './against-emmett.ts'
import { againstRawRows } from './against-raw.ts'
import { hasSqlite3 } from './sqlite3.ts'
import { sqliteSizeRows } from './in-size.ts'

async function* emmettRows(): AsyncGenerator<Row> {
  if (!hasSqlite3()) {
    yield absent(
      'SQLite: beside emmett-sqlite',
      'its driver sqlite3 can neither be fetched nor built',
    )
    return
  }
  yield* inFolder((folder) => againstEmmettRows(folder, 'on a disk'))
  if (inMemory !== undefined)
    yield* inFolder((folder) => againstEmmettRows(folder, 'in memory'), inMemory)
}

/** What the event store on SQLite costs beside its bare driver and beside Emmett, and in a large file. */
export async function* sqliteRows(): AsyncGenerator<Row> {
  yield* inFolder(againstRawRows)
  yield* emmettRows()
  yield* inFolder(sqliteSizeRows)
}
