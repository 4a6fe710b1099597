import { Port, Stored, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { listing } from './listing.ts'

/** What setting a directory right works with. */
export interface DirectoryByLogBench {
  readonly store: Pick<Port.EventStore, 'readLog'>
  readonly directory: Pick<Port.Directory, 'erase' | 'listCohort'>
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

/** Whom records of a page enrolled, by cohort. */
const enrolledBy = (
  records: ReadonlyArray<Stored.StoredRecord>,
): ReadonlyMap<Values.CohortId, ReadonlySet<Values.ParticipantId>> => {
  const enrolled = new Map<Values.CohortId, Set<Values.ParticipantId>>()
  for (const { type, stream, data } of records) {
    const cohort = type === 'Enrolled' ? Stored.cohortOfStream(stream) : undefined
    const participant = data['participant']
    if (cohort === undefined || !Values.ParticipantId.is(participant)) continue
    const known = enrolled.get(cohort) ?? new Set()
    enrolled.set(cohort, known.add(participant))
  }
  return enrolled
}

/**
 * Sets a directory right that was put back from a copy: whom the log says was erased is erased again, and who was enrolled
 * since is listed with their cohort, so that an erasure finds them. It reads the whole log once in the life of a process,
 * and then what is new; where nothing is to be set right nothing is written.
 */
export const directoryByLog = ({
  store,
  directory,
  pageSize: limit,
  isOver,
}: DirectoryByLogBench): TaskEither<Failure, void> => {
  const list = listing(directory)
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
      const { records } = page.right
      for (const [cohort, participants] of enrolledBy(records)) {
        // Who was erased is refused, and needs no listing.
        const listed = await list(cohort, [...participants])
        if (E.isLeft(listed)) return listed
      }
      const told = records.map(erasedBy)
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
