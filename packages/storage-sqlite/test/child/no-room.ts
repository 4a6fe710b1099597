import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { batch } from '../record.ts'

/** Appends to a file until it may not grow any more, and tells what stands then. */
const store = await sqliteEventStore({ file: process.argv[2] ?? '' })()
if (E.isLeft(store)) throw new Error(JSON.stringify(store.left))
let [stored, reason] = [0, '']
while (reason === '' && stored < 100_000) {
  const answer = await store.right.append('a', stored, batch(5, 'x'.repeat(2000)))()
  if (E.isRight(answer)) stored = answer.right.revision
  else reason = 'reason' in answer.left ? answer.left.reason : answer.left._tag
}
const page = await store.right.readStream('a', { after: 0, limit: 100_000 })()
const standing = E.isRight(page) ? page.right.records.length : page.left.reason
process.stdout.write(JSON.stringify({ stored, reason, standing }))
