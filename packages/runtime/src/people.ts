import type { Command, Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from './cohorts.ts'
import type { HandleFailure } from './commit-batch.ts'
import type { Receipt } from './receipt.ts'

/** Enrols people: their cohort is listed in the directory first, so that an erasure finds it whatever happens then. */
export const enrolling =
  (cohorts: Pick<Cohorts, 'handle'>, directory: Pick<Port.Directory, 'listCohort'>) =>
  (
    cohort: Values.CohortId,
    commands: ReadonlyArray<Command.Enrol>,
  ): TaskEither<Port.Unavailable, ReadonlyArray<E.Either<HandleFailure, Receipt>>> =>
  async () => {
    const participants = commands.map(({ participant }) => participant)
    if (!isNonEmpty(participants)) return E.right([])
    const listed = await directory.listCohort(cohort, participants)()
    if (E.isLeft(listed)) return listed
    return E.right(await Promise.all(commands.map((command) => cohorts.handle(command)())))
  }

/** Who asks for an erasure, and when. */
export interface Erasure {
  readonly participant: Values.ParticipantId
  readonly at: Values.Instant
  readonly by: Values.Actor
}

/**
 * Erases a person: the directory first, then every cohort that it lists, and last the list. Whatever fails on the way,
 * the same again finishes it. Answers the cohorts that were told.
 */
export const erasing =
  (cohorts: Pick<Cohorts, 'handle'>, directory: Pick<Port.Directory, 'erase' | 'forget'>) =>
  ({ participant, at, by }: Erasure): TaskEither<HandleFailure, ReadonlyArray<Values.CohortId>> =>
  async () => {
    const listed = await directory.erase(participant)()
    if (E.isLeft(listed)) return listed
    for (const cohort of listed.right) {
      const told = await cohorts.handle({ type: 'EraseParticipant', cohort, at, by, participant })()
      if (E.isLeft(told) && !wasNeverThere(told.left)) return told
    }
    const forgotten = await directory.forget(participant)()
    return E.isLeft(forgotten) ? forgotten : listed
  }

/** The cohort was listed, but the enrolment never came about. */
const wasNeverThere = ({ _tag }: HandleFailure): boolean =>
  _tag === 'UnknownParticipant' || _tag === 'UnknownCohort'
