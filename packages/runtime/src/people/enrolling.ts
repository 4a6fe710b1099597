import { Command, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import type { HandleFailure } from '../cohort/commit-batch.ts'
import type { Receipt } from '../receipt.ts'

type Answer = E.Either<HandleFailure, Receipt>

/** People whose enrolments wait for answers at the same time. */
const width = 1000

/**
 * Enrols people. There is one answer for each, in their order; who was erased, or is being erased, is `Erased`. O(n), and
 * one append for some hundred of them.
 */
export const enrolling =
  ({ answer }: Pick<Cohorts, 'answer'>) =>
  (
    cohort: Values.CohortId,
    people: ReadonlyArray<Omit<Command.Enrol, 'type' | 'cohort'>>,
  ): TaskEither<Port.Misused | Port.Unavailable, ReadonlyArray<Answer>> =>
  async () => {
    // All of them are read at once: whoever asked may change what they gave.
    const commands = people.map((one) => Command.fromJson({ ...one, type: 'Enrol', cohort }))
    const answers: Array<Answer> = []
    for (let from = 0; from < commands.length; from += width) {
      const enrolled = commands
        .slice(from, from + width)
        .map(async (command) => (E.isLeft(command) ? command : answer(command.right)()))
      for (const one of await Promise.all(enrolled)) answers.push(one)
    }
    return E.right(answers)
  }
