import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { writeSync } from 'node:fs'
import { batch } from '../record.ts'

/**
 * Appends batches of three to one stream that others append to as well, and says each one that was acknowledged. After
 * a conflict it goes on from the actual revision, as the runtime does.
 */
const [, , file = '', stream = '', times = '0'] = process.argv
const opened = await sqliteEventStore({ file })()
if (E.isLeft(opened)) throw new Error(JSON.stringify(opened.left))
const store = opened.right
let [revision, conflicts] = [0, 0]
for (let acknowledged = 0; acknowledged < Number(times);) {
  const records = batch(3)
  const answer = await store.append(stream, revision, records)()
  if (E.isRight(answer)) {
    revision = answer.right.revision
    acknowledged += 1
    // Straight to the pipe: what was said has left the process, whatever becomes of it.
    writeSync(1, `${records.map(({ id }) => id).join(' ')}\n`)
  } else if (answer.left._tag === 'Conflict') {
    revision = answer.left.actual
    conflicts += 1
  } else throw new Error(JSON.stringify(answer.left))
}
writeSync(2, `${String(conflicts)} conflicts`)
await store.close()
