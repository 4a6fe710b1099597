import type { Values } from '@reverse-mentoring/core'
import { everyPage, type Engine, type EngineFailure } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Answers } from './report/answers.ts'

/** Whose cohort it is, and as of when it is asked about. */
export interface AskedOf {
  readonly cohort: Values.CohortId
  readonly coordinator: Values.Actor
  readonly asOf: Values.Instant
}

/** What the coordinator's desk says of a cohort; nothing before it was opened. */
export const readAnswers =
  (
    engine: Pick<Engine, 'coordinator'>,
    { cohort, coordinator, asOf }: AskedOf,
  ): TaskEither<EngineFailure, Answers | undefined> =>
  async () => {
    const desk = engine.coordinator(coordinator.id)
    const cohorts = await everyPage(desk.cohorts)()
    if (E.isLeft(cohorts)) return cohorts
    const listed = cohorts.right.find((one) => one.cohort === cohort)
    if (listed === undefined) return E.right(undefined)
    const board = await everyPage((page) => desk.board(cohort, page))()
    if (E.isLeft(board)) return board
    const roster = await everyPage((page) => desk.roster(cohort, page))()
    if (E.isLeft(roster)) return roster
    const momentum = await everyPage((page) => desk.momentum(cohort, asOf, page))()
    if (E.isLeft(momentum)) return momentum
    const calendar = await everyPage((page) => desk.calendar(cohort, page))()
    if (E.isLeft(calendar)) return calendar
    const figures = await desk.figures(cohort, asOf)()
    if (E.isLeft(figures)) return figures
    return E.right({
      cohort: listed,
      board: board.right,
      roster: roster.right,
      momentum: momentum.right,
      calendar: calendar.right,
      figures: figures.right,
    })
  }
