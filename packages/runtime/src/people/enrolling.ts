import { Cohort, Command, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { HandleFailure } from '../cohort/commit-batch.ts'
import type { Loaded } from '../cohort/loaded.ts'
import type { ReadFailure } from '../cohort/unreadable.ts'
import type { Receipt } from '../receipt.ts'
import { listing } from './listing.ts'

/** What enrolling works with. */
export interface EnrollingBench {
  readonly cohorts: Pick<Cohorts, 'answer' | 'load'>
  readonly directory: Pick<Port.Directory, 'listCohort'>
}

/** What a cohort would answer to an enrolment as it stands: who is refused is listed nowhere. */
const acceptable =
  (loaded: E.Either<ReadFailure, Loaded>) =>
  (given: Command.Enrol): E.Either<HandleFailure, Command.Enrol> => {
    const command = Command.fromJson(given)
    if (E.isLeft(command)) return command
    if (E.isLeft(loaded)) return loaded
    const enrolment = command.right
    if (enrolment.type !== 'Enrol') return E.left({ _tag: 'UnknownType', type: enrolment.type })
    return E.map(() => enrolment)(Cohort.decide(enrolment, loaded.right.cohort))
  }

/**
 * Enrols people: their cohort is listed in the directory first, so that an erasure finds it whatever happens then. There is
 * one answer for each person, in their order; who was erased, or is being erased, is `Erased`.
 */
export const enrolling =
  ({ cohorts, directory }: EnrollingBench) =>
  (
    cohort: Values.CohortId,
    people: ReadonlyArray<Omit<Command.Enrol, 'type' | 'cohort'>>,
  ): TaskEither<Port.Misused | Port.Unavailable, ReadonlyArray<E.Either<HandleFailure, Receipt>>> =>
  async () => {
    const isAcceptable = acceptable(await cohorts.load(cohort)())
    const commands = people.map((one) => isAcceptable({ ...one, type: 'Enrol', cohort }))
    const participants = commands.filter(E.isRight).map(({ right }) => right.participant)
    const listed = await listing(directory, cohort)(participants)
    if (E.isLeft(listed)) return listed
    const erased = new Set(listed.right)
    const answers = commands.map(async (command) => {
      if (E.isLeft(command)) return command
      if (erased.has(command.right.participant)) return E.left({ _tag: 'Erased' } as const)
      return cohorts.answer(command.right)()
    })
    return E.right(await Promise.all(answers))
  }
