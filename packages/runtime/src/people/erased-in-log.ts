import { Port, Stored, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** What carrying erasures out once more works with. */
export interface ErasedInLogBench {
  readonly store: Pick<Port.EventStore, 'readLog'>
  readonly directory: Pick<Port.Directory, 'erase'>
  /** Records of the log that are read at a time. */
  readonly pageSize: number
  /** Whether long work is to end at the next page. */
  readonly isOver: () => boolean
}

type Failure = Port.Unavailable | Port.Misused

/** Whom a record says was erased; `undefined` where it says that of somebody and cannot be read. */
const erasedBy = (record: Stored.StoredRecord): ReadonlyArray<Values.ParticipantId> | undefined => {
  if (record.type !== 'ParticipantErased') return []
  const event = Stored.decodeEvent(record)
  return E.isRight(event) && event.right.type === 'ParticipantErased'
    ? [event.right.participant]
    : undefined
}

const unread = Port.misused('an erasure in the log cannot be read: update the software')

/**
 * Erases from the directory whom the log says was erased: a directory that was put back from a copy has them again. It
 * reads the whole log once in the life of a process, and then what is new; of whom nothing is there nothing is written.
 */
export const erasedInLog = ({
  store,
  directory,
  pageSize: limit,
  isOver,
}: ErasedInLogBench): TaskEither<Failure, void> => {
  let after: Stored.Checkpoint | undefined
  let isUnread = false
  return async () => {
    for (let more = true; more && !isOver();) {
      const page = await store.readLog({ limit, ...(after !== undefined && { after }) })()
      if (E.isLeft(page)) {
        if (page.left._tag === 'Unavailable' || after === undefined) return page
        // A checkpoint of another log, which is there no more.
        after = undefined
        continue
      }
      const told = page.right.records.map(erasedBy)
      isUnread ||= told.includes(undefined)
      const erased = [...new Set(told.flatMap((some) => some ?? []))]
      if (isNonEmpty(erased)) {
        const done = await directory.erase(erased)()
        if (E.isLeft(done)) return done
      }
      after = page.right.next
      more = page.right.more
    }
    return isUnread ? E.left(unread) : E.right(undefined)
  }
}
