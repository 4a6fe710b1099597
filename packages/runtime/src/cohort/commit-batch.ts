import { Port, Stored, Values, type Command } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { listing } from '../people/listing.ts'
import type { Sources } from '../sources.ts'
import { decideBatch, type BatchDecision, type NotListed, type Waiting } from './decide-batch.ts'
import type { Defect } from './defect.ts'
import type { Loaded } from './loaded.ts'
import { readCohort } from './read-cohort.ts'
import { provedTo, withProofs } from './proving.ts'
import type { Streams } from './read-records.ts'
import type { ReadFailure } from './unreadable.ts'

/** Why a command got no answer of the domain, or a no. */
export type HandleFailure =
  Command.Refusal | Stored.Malformed | ReadFailure | Port.TooLarge | Port.Erased | Defect

/** The answer to one command: the revision at which it holds. */
export type Answer = E.Either<HandleFailure, Stored.Revision>

/** The answers of a batch, as far as it found room in one append, and the state that is current after it where that is known. */
export interface Committed {
  readonly answers: ReadonlyArray<Answer>
  readonly loaded: Loaded | undefined
}

/** What committing a batch needs. */
export interface Committing {
  readonly store: Port.EventStore & Streams
  /** Lists the cohort with whom it enrols, before they are; answers who was erased, and so must not be. */
  readonly list: ReturnType<typeof listing>
  readonly newId: Sources['id']
  /** Told where the stream does not hold what was remembered of it. */
  readonly onOtherLog: () => void
  /** How often a batch is decided again before its cohort counts as too contended. */
  readonly rounds: number
}

const all = (batch: ReadonlyArray<unknown>, failure: HandleFailure): ReadonlyArray<Answer> =>
  batch.map(() => E.left(failure))

const released = ({ answers }: BatchDecision, revision: Stored.Revision): ReadonlyArray<Answer> =>
  answers.map((answer) => (E.isLeft(answer) ? answer : E.right(revision)))

const enrolledBy = (records: BatchDecision['records']): ReadonlyArray<Values.ParticipantId> =>
  records.flatMap(({ type, data }) =>
    type === 'Enrolled' && Values.ParticipantId.is(data['participant'])
      ? [data['participant']]
      : [],
  )

/** What came of an append: what the cohort is now, that somebody was faster or the log is another one, or why it failed. */
const append = async (
  { store }: Committing,
  stream: string,
  loaded: Loaded,
  { cohort, records: next }: BatchDecision,
): Promise<E.Either<ReadFailure | Port.TooLarge, Loaded | 'decide again'>> => {
  const before = await provedTo(store, stream)(loaded)
  if (E.isLeft(before)) return before
  if (before.right === undefined) return E.right('decide again')
  const { records, proved } = withProofs(stream, loaded.revision, before.right, next)
  if (!isNonEmpty(records)) return E.right(loaded)
  const appended = await store.append(stream, loaded.revision, records, loaded.record)()
  if (E.isLeft(appended))
    return appended.left._tag === 'Conflict' ? E.right('decide again') : E.left(appended.left)
  return E.right({ cohort, revision: appended.right.revision, record: records.at(-1)?.id, proved })
}

/**
 * Decides the commands on the state, stores all their events in one append, and only then answers: refusals and
 * repeats too, for the append proves that the state was current. A batch that appends nothing reads the tail instead.
 */
export const commitBatch =
  (committing: Committing, cohort: Values.CohortId) =>
  async (batch: ReadonlyArray<Waiting>, from: Loaded): Promise<Committed> => {
    const { store, list, newId, rounds, onOtherLog } = committing
    const stream = Stored.cohortStream(cohort)
    const erased = new Set<Values.ParticipantId>()
    let failure: Port.Misused | Port.Unavailable | undefined
    const notListed: NotListed = (participant) =>
      failure ?? (erased.has(participant) ? { _tag: 'Erased' } : undefined)
    let loaded = from
    let isFresh = false
    for (let round = 0; round < rounds; round += 1) {
      const decided = decideBatch(loaded.cohort, batch, newId, notListed)
      const { records, answers } = decided
      const enrolled = enrolledBy(records)
      // Before anybody is listed the state is proved to be current, so that nobody is whom it refuses.
      const isReady = enrolled.length === 0 || isFresh
      if (records.length > 0 && isReady) {
        const listed = await list(cohort, enrolled)
        if (E.isLeft(listed)) failure = listed.left
        else for (const participant of listed.right) erased.add(participant)
        // What the directory said is about those alone; the others are decided once more without them.
        if (E.isLeft(listed) || listed.right.length > 0) continue
        const appended = await append(committing, stream, loaded, decided)
        if (E.isLeft(appended)) {
          const isTooLarge = appended.left._tag === 'TooLarge' && answers.length > 1
          return isTooLarge
            ? commitBatch(committing, cohort)(halfOf(batch, answers), loaded)
            : { answers: all(answers, appended.left), loaded }
        }
        if (appended.right !== 'decide again')
          return { answers: released(decided, appended.right.revision), loaded: appended.right }
      }
      const tail = await readCohort(store, stream, loaded, onOtherLog)()
      if (E.isLeft(tail)) return { answers: all(answers, tail.left), loaded: undefined }
      const isCurrent =
        tail.right.revision === loaded.revision && tail.right.record === loaded.record
      loaded = tail.right
      isFresh = true
      if (records.length === 0 && isCurrent) {
        return { answers: released(decided, loaded.revision), loaded }
      }
    }
    return { answers: all(batch, Port.unavailable('others keep writing to this cohort')), loaded }
  }

/** The first half of those that were decided together. */
const halfOf = (
  batch: ReadonlyArray<Waiting>,
  decided: ReadonlyArray<unknown>,
): ReadonlyArray<Waiting> => batch.slice(0, Math.ceil(decided.length / 2))
