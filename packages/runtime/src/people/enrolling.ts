import type { Command, Port, Values } from '@reverse-mentoring/core'
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
  ({ handle }: Pick<Cohorts, 'handle'>) =>
  (
    cohort: Values.CohortId,
    people: ReadonlyArray<Omit<Command.Enrol, 'type' | 'cohort'>>,
  ): TaskEither<Port.Misused | Port.Unavailable, ReadonlyArray<Answer>> =>
  async () => {
    const answers: Array<Answer> = []
    for (let from = 0; from < people.length; from += width) {
      const some = people.slice(from, from + width)
      const enrolled = some.map((one) => handle({ ...one, type: 'Enrol', cohort })())
      for (const answer of await Promise.all(enrolled)) answers.push(answer)
    }
    return E.right(answers)
  }
