import { type Stored, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { readable } from '../readable.ts'

/** What was answered; throws what was not. */
export const sound = async <F, A>(task: TaskEither<F, A>): Promise<A> => {
  const answer = await task()
  if (E.isRight(answer)) return answer.right
  throw new Error(readable(answer.left))
}

/** All records of the log, in order. */
export const wholeLog = async (
  store: Pick<Port.EventStore, 'readLog'>,
): Promise<ReadonlyArray<Stored.StoredRecord>> => {
  const records: Array<Stored.StoredRecord> = []
  let page = await sound(store.readLog({ limit: 1000 }))
  for (;;) {
    for (const record of page.records) records.push(record)
    if (!page.more) return records
    page = await sound(store.readLog({ limit: 1000, after: page.next }))
  }
}
