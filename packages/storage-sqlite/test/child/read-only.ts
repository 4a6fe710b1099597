import { openSqlite } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { batch } from '../record.ts'

/** Opens files that may only be read, and says what it read and why it could not write. */
const [, , log = '', directory = ''] = process.argv
const opened = await openSqlite({ log, directory })()
if (E.isLeft(opened)) {
  process.stdout.write(JSON.stringify({ opening: opened.left }))
} else {
  const { store, directory: people, viewStore, close } = opened.right
  const page = await store.readLog({ limit: 9 })()
  const written = await store.append('a', 1, batch(1))()
  const secret = await people.secret('kept', 'another')()
  const views = await viewStore.views()
  await close()
  const read = E.isRight(page) ? page.right.records.length : page.left
  process.stdout.write(JSON.stringify({ read, written, secret, views }))
}
