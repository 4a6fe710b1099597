import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { writeSync } from 'node:fs'
import { batch } from '../record.ts'

/** Appends, opens its file a second time through another SQLite, appends more, says what was taken, and is killed. */
const [file = ''] = process.argv.slice(2)
const store = await sqliteEventStore({ file })()
if (E.isLeft(store)) throw new Error(store.left._tag)
let taken = 0
const append = async (): Promise<void> => {
  const answer = await store.right.append('cohort-a', taken, batch(1))()
  if (E.isRight(answer)) taken += 1
}
await append()
const { DatabaseSync } = await import('node:sqlite')
const other = new DatabaseSync(file)
other.prepare('SELECT count(*) FROM event').get()
other.close()
for (let times = 0; times < 8; times += 1) await append()
writeSync(1, String(taken))
process.kill(process.pid, 'SIGKILL')
