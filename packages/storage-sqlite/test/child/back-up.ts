import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { spawnSync } from 'node:child_process'
import { writeSync } from 'node:fs'
import { batch } from '../record.ts'

/**
 * Appends, backs its file up, lets another process open the file and close it, appends more, says what was taken, and is
 * killed; or is killed in the middle of the back-up.
 */
const [file = '', copy = '', append = '', cut = ''] = process.argv.slice(2)
const opened = await sqliteEventStore({ file })()
if (E.isLeft(opened)) throw new Error(opened.left._tag)
const store = opened.right
let taken = 0
const take = async (size: number): Promise<void> => {
  if (E.isRight(await store.append('cohort-a', taken, batch(size, 'word '.repeat(100)))()))
    taken += size
}
await take(2000)
const done = await store.backup(copy, {
  onProgress: () => {
    if (cut !== '') process.kill(process.pid, 'SIGKILL')
  },
})()
if (E.isLeft(done)) throw new Error(done.left.reason)
spawnSync(process.execPath, [append, file, 'cohort-b', '1'])
for (let times = 0; times < 8; times += 1) await take(1)
writeSync(1, String(taken))
process.kill(process.pid, 'SIGKILL')
