import { postgresEventStore } from '@reverse-mentoring/storage-postgres'
import * as E from 'fp-ts/lib/Either.js'
import { writeSync } from 'node:fs'
import { batch } from '../record.ts'

/**
 * Appends to streams of its own, all at once, and to one that others append to as well; says each record that was
 * acknowledged. After a conflict it goes on from the actual revision, and what got no answer it sends again.
 */
const [, , url = '', schema = '', name = '', times = '0'] = process.argv
const opened = await postgresEventStore({ url, schema })()
if (E.isLeft(opened)) throw new Error(JSON.stringify(opened.left))
const store = opened.right

const grow = async (stream: string): Promise<void> => {
  let revision = 0
  for (let acknowledged = 0; acknowledged < Number(times);) {
    const records = batch(2)
    let answer = await store.append(stream, revision, records)()
    while (E.isLeft(answer) && answer.left._tag === 'Unavailable')
      answer = await store.append(stream, revision, records)()
    if (E.isRight(answer)) {
      revision = answer.right.revision
      acknowledged += 1
      // Straight to the pipe: what was said has left the process, whatever becomes of it.
      writeSync(1, `${records.map(({ id }) => id).join('\n')}\n`)
    } else if (answer.left._tag === 'Conflict') revision = answer.left.actual
    else throw new Error(JSON.stringify(answer.left))
  }
}

const own = Array.from({ length: 6 }, (_, i) => `${name}-${String(i)}`)
await Promise.all([...own, 'shared'].map(grow))
await store.close()
