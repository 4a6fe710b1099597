import { Port, type Command, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import { decideBatch, type BatchDecision, type Waiting } from './decide-batch.ts'
import type { patiently } from './patience.ts'
import { readCohort, type Loaded, type ReadFailure } from './read-cohort.ts'
import type { Sources } from './sources.ts'

/** Why a command got no answer of the domain, or a no. */
export type HandleFailure = Command.Refusal | Stored.Malformed | ReadFailure | Port.TooLarge

/** The answer to one command: the revision at which it holds. */
export type Answer = E.Either<HandleFailure, Stored.Revision>

/** The answers of a batch, and the state that is current after it where that is known. */
export interface Committed {
  readonly answers: ReadonlyArray<Answer>
  readonly loaded: Loaded | undefined
}

/** What committing a batch needs. */
export interface Committing {
  readonly store: Port.EventStore
  readonly newId: Sources['id']
  readonly patient: ReturnType<typeof patiently>
  /** How often a batch is decided again before its cohort counts as too contended. */
  readonly rounds: number
}

const all = (batch: ReadonlyArray<Waiting>, failure: HandleFailure): ReadonlyArray<Answer> =>
  batch.map(() => E.left(failure))

const released = ({ answers }: BatchDecision, revision: Stored.Revision): ReadonlyArray<Answer> =>
  answers.map((answer) => (E.isLeft(answer) ? answer : E.right(revision)))

/**
 * Decides the commands on the state, stores all their events in one append, and only then answers: refusals and
 * repeats too, for the append proves that the state was current. A batch that appends nothing reads the tail instead.
 */
export const commitBatch =
  ({ store, newId, patient, rounds }: Committing, stream: string) =>
  async (batch: ReadonlyArray<Waiting>, from: Loaded): Promise<Committed> => {
    let loaded = from
    for (let round = 0; round < rounds; round += 1) {
      const decided = decideBatch(loaded.cohort, batch, newId)
      const { records } = decided
      if (isNonEmpty(records)) {
        const appended = await patient(store.append(stream, loaded.revision, records))()
        if (E.isRight(appended)) {
          const { revision } = appended.right
          return {
            answers: released(decided, revision),
            loaded: { cohort: decided.cohort, revision },
          }
        }
        if (appended.left._tag === 'TooLarge' && batch.length > 1) {
          return oneByOne({ store, newId, patient, rounds }, stream)(batch, loaded)
        }
        if (appended.left._tag !== 'Conflict') {
          return { answers: all(batch, appended.left), loaded }
        }
      }
      const tail = await patient(readCohort(store, stream, loaded))()
      if (E.isLeft(tail)) return { answers: all(batch, tail.left), loaded: undefined }
      const isCurrent = tail.right.revision === loaded.revision
      loaded = tail.right
      if (records.length === 0 && isCurrent) {
        return { answers: released(decided, loaded.revision), loaded }
      }
    }
    return { answers: all(batch, Port.unavailable('others keep writing to this cohort')), loaded }
  }

/** Each command in a batch of its own, in order. */
const oneByOne =
  (committing: Committing, stream: string) =>
  async (batch: ReadonlyArray<Waiting>, from: Loaded): Promise<Committed> => {
    const answers: Array<Answer> = []
    let loaded = from
    for (const [i, waiting] of batch.entries()) {
      const one = await commitBatch(committing, stream)([waiting], loaded)
      answers.push(...one.answers)
      if (one.loaded === undefined) {
        const failure = one.answers.find(E.isLeft)?.left ?? Port.unavailable('not read')
        return { answers: [...answers, ...all(batch.slice(i + 1), failure)], loaded: undefined }
      }
      loaded = one.loaded
    }
    return { answers, loaded }
  }
