import type { Command, Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { HandleFailure } from '../cohort/commit-batch.ts'
import type { Receipt } from '../receipt.ts'

/**
 * Enrols people: their cohort is listed in the directory first, so that an erasure finds it whatever happens then. Who is
 * being erased is refused, and then nobody is enrolled.
 */
export const enrolling =
  (cohorts: Pick<Cohorts, 'handle'>, directory: Pick<Port.Directory, 'listCohort'>) =>
  (
    cohort: Values.CohortId,
    commands: ReadonlyArray<Omit<Command.Enrol, 'type' | 'cohort'>>,
  ): TaskEither<
    Port.Erased | Port.Misused | Port.Unavailable,
    ReadonlyArray<E.Either<HandleFailure, Receipt>>
  > =>
  async () => {
    const participants = commands.map(({ participant }) => participant)
    if (!isNonEmpty(participants)) return E.right([])
    const listed = await directory.listCohort(cohort, participants)()
    if (E.isLeft(listed)) return listed
    return E.right(
      await Promise.all(
        commands.map((command) => cohorts.handle({ ...command, type: 'Enrol', cohort })()),
      ),
    )
  }
