import { randomUUID } from 'node:crypto'
import type { Port } from '@reverse-mentoring/core'
import { promise } from '@reverse-mentoring/runtime'
import { newRecords } from './records.ts'

/** So many records after the other ones of one stream, again and again. */
export const appending = (
  store: Pick<Port.EventStore, 'append'>,
  together: number,
): (() => Promise<void>) => {
  const stream = `cohort-${randomUUID()}`
  let revision = 0
  return async () => {
    revision = (await promise(store.append(stream, revision, newRecords(together)))).revision
  }
}
