import { Cohort } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { the } from '../scene/the.ts'
import { below, oneOf } from '../seeded.ts'
import type { Running } from './running.ts'
import type { Place } from './place.ts'
import { count, instantOf, type World } from './world.ts'

type Tagged = Readonly<{ _tag: string }>

/** Somebody asks at a desk of theirs. */
export const askAtDesk = async (
  { chance, counts, scheduler }: World,
  { engine }: Running,
  { cohort }: Place,
  state: Cohort.Cohort,
): Promise<void> => {
  const asOf = instantOf(scheduler)
  const coordinator = engine.coordinator(the.coordinator.id)
  const somebody = oneOf(chance, Cohort.people(state))?.participant ?? the.mentor
  const mine = engine.participant(somebody)
  const page = { limit: 1 + below(chance, 20) }
  const questions: ReadonlyArray<TaskEither<Tagged, unknown>> = [
    coordinator.cohorts(page),
    coordinator.board(cohort, page),
    coordinator.roster(cohort, page),
    coordinator.momentum(cohort, asOf, page),
    coordinator.waitingList(cohort),
    coordinator.figures(cohort, asOf),
    mine.pairings(page),
    mine.sessions(asOf, page),
    mine.consents(page),
    engine.auditor.ledger(cohort, page),
    engine.operator.parked,
  ]
  const answer = await oneOf(chance, questions)?.()
  if (answer !== undefined)
    count(counts, `questions: ${E.isRight(answer) ? 'answered' : answer.left._tag}`)
}
