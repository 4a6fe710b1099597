import { Port, Stored, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { Sources } from '../sources.ts'
import { compareWithLog } from './compare-with-log.ts'
import { listing } from './listing.ts'

/** What setting a directory right works with. */
export interface DirectoryByLogBench {
  readonly store: Pick<Port.EventStore, 'readLog'>
  readonly directory: Pick<Port.Directory, 'erase' | 'listCohort' | 'secret'>
  readonly cohorts: Pick<Cohorts, 'answer'>
  readonly sources: Pick<Sources, 'now'>
  /** In whose name a cohort is told. */
  readonly system: Values.Actor
  /** Records of the log that are read at a time. */
  readonly pageSize: number
  /** Told where the directory has been used with another log. */
  readonly onOtherLog: () => void
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

/** Somebody whom the directory has erased, and a cohort that knows nothing of it. */
interface Untold {
  readonly cohort: Values.CohortId
  readonly participant: Values.ParticipantId
}

/** Those of whom the directory says that they are erased, as far as their cohorts do not. */
const untoldPeople = () => {
  const all = new Map<string, Untold>()
  const keyOf = ({ cohort, participant }: Untold): string => `${cohort} ${participant}`
  return {
    all,
    add: (one: Untold): void => void all.set(keyOf(one), one),
    drop: (one: Untold): void => void all.delete(keyOf(one)),
  }
}

/**
 * Sets a directory right that was put back from a copy: whom the log says was erased is erased again, and who was enrolled
 * since is listed with their cohort, so that an erasure finds them. Where it is the log that was put back, cohorts are told
 * once more of whom the directory has erased. It reads the whole log once in the life of a process,
 * and then what is new; where nothing is to be set right nothing is written.
 */
export const directoryByLog = ({
  store,
  directory,
  cohorts,
  sources,
  system: by,
  pageSize: limit,
  onOtherLog,
  isOver,
}: DirectoryByLogBench): TaskEither<Failure, void> => {
  const list = listing(directory)
  let after: Stored.Checkpoint | undefined
  let isUnread = false
  /** Whether the first record of the log is the one that the directory knows. */
  let isCompared = false
  const untold = untoldPeople()

  const tell = async (one: Untold): Promise<E.Either<Failure, void>> => {
    const command = { type: 'EraseParticipant', ...one, at: sources.now(), by } as const
    const answer = await cohorts.answer(command)()
    if (E.isRight(answer)) untold.drop(one)
    const isLater = E.isLeft(answer) && answer.left._tag === 'Unavailable'
    return isLater ? E.left(answer.left) : E.right(undefined)
  }

  return async () => {
    for (let more = true; more && !isOver();) {
      const page = await store.readLog({ limit, ...(after !== undefined && { after }) })()
      if (E.isLeft(page)) {
        if (page.left._tag === 'Unavailable' || after === undefined) return page
        // A checkpoint of another log, which is there no more.
        after = undefined
        isCompared = false
        continue
      }
      const { records } = page.right
      if (!isCompared && (records.length > 0 || page.right.damaged !== undefined)) {
        const compared = await compareWithLog(directory, page.right, onOtherLog)
        if (E.isLeft(compared)) return compared
        isCompared = true
      }
      for (const [cohort, participants] of enrolledBy(records)) {
        // Who was erased is refused: the cohort says so as well, or is told.
        const listed = await list(cohort, [...participants])
        if (E.isLeft(listed)) return listed
        for (const participant of listed.right) untold.add({ cohort, participant })
      }
      const told = records.map(erasedBy)
      for (const [i, { stream }] of records.entries()) {
        const cohort = Stored.cohortOfStream(stream)
        for (const participant of told[i] ?? [])
          if (cohort !== undefined) untold.drop({ cohort, participant })
      }
      isUnread ||= told.includes(undefined)
      const erased = [...new Set(told.flatMap((some) => some ?? []))]
      if (isNonEmpty(erased)) {
        const done = await directory.erase(erased)()
        if (E.isLeft(done)) return done
      }
      after = page.right.next
      more = page.right.more
    }
    for (const one of untold.all.values()) {
      if (isOver()) break
      const done = await tell(one)
      if (E.isLeft(done)) return done
    }
    return isUnread ? E.left(unread) : E.right(undefined)
  }
}
