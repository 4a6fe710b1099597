import { Port, type Command, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { Sources } from '../sources.ts'
import { decideBatch, type BatchDecision, type Waiting } from './decide-batch.ts'
import type { Defect } from './defect.ts'
import type { Loaded } from './loaded.ts'
import { readCohort } from './read-cohort.ts'
import { proveAll } from './prove-all.ts'
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

/**
 * Decides the commands on the state, stores all their events in one append, and only then answers: refusals and
 * repeats too, for the append proves that the state was current. A batch that appends nothing reads the tail instead.
 */
export const commitBatch =
  (committing: Committing, stream: string) =>
  async (batch: ReadonlyArray<Waiting>, from: Loaded): Promise<Committed> => {
    const { store, newId, rounds, onOtherLog } = committing
    let loaded = from
    const proving = proveAll(store, stream)
    for (let round = 0; round < rounds; round += 1) {
      const proved = await proving(loaded)
      if (E.isLeft(proved)) return { answers: all(batch, proved.left), loaded }
      const decided = decideBatch(proved.right, stream, batch, newId)
      const { records, answers } = decided
      if (isNonEmpty(records)) {
        const appended = await store.append(stream, loaded.revision, records, loaded.record)()
        if (E.isRight(appended)) {
          return {
            answers: released(decided, decided.loaded.revision),
            loaded: decided.loaded,
          }
        }
        if (appended.left._tag === 'TooLarge' && answers.length > 1) {
          return commitBatch(committing, stream)(halfOf(batch, answers), loaded)
        }
        if (appended.left._tag !== 'Conflict') {
          return { answers: all(answers, appended.left), loaded }
        }
      }
      const tail = await readCohort(store, stream, loaded, onOtherLog)()
      if (E.isLeft(tail)) return { answers: all(answers, tail.left), loaded: undefined }
      const isCurrent =
        tail.right.revision === loaded.revision && tail.right.record === loaded.record
      loaded = tail.right
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
