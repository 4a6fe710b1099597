import type { Values, View } from '@reverse-mentoring/core'
import type { CoordinatorDesk, CoordinatorFailure } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Answers } from './answers.ts'
import { everyRow, type TooManyRows } from './every-row.ts'

/** The questions of a coordinator's desk that a report asks. */
export type ReportDesk = Pick<
  CoordinatorDesk,
  'cohorts' | 'board' | 'roster' | 'runs' | 'momentum' | 'calendar' | 'figures'
>

/** Which cohort is asked about, and as of when. */
export interface AskedOf {
  readonly cohort: Values.CohortId
  readonly asOf: Values.Instant
}

/** Why there are no answers. */
export type ReadFailure = CoordinatorFailure | TooManyRows

/** The cohort among those of the desk; nothing where the desk does not have it. Stops at the page that has it. */
const cohortOf =
  (
    desk: ReportDesk,
    cohort: Values.CohortId,
  ): TaskEither<CoordinatorFailure, View.ShownCohort | undefined> =>
  async () => {
    let page = await desk.cohorts()()
    while (E.isRight(page)) {
      const found = page.right.items.find((one) => one.cohort === cohort)
      const { next } = page.right
      if (found !== undefined || next === undefined) return E.right(found)
      page = await desk.cohorts({ after: next })()
    }
    return page
  }

/**
 * What a coordinator's desk says of a cohort, as plain values; nothing where the desk does not have it. Asks page by
 * page, up to 200 000 rows of one answer.
 */
export const readAnswers =
  (desk: ReportDesk, { cohort, asOf }: AskedOf): TaskEither<ReadFailure, Answers | undefined> =>
  async () => {
    const listed = await cohortOf(desk, cohort)()
    if (E.isLeft(listed)) return listed
    if (listed.right === undefined) return E.right(undefined)
    const board = await everyRow('board', (page) => desk.board(cohort, page))()
    if (E.isLeft(board)) return board
    const roster = await everyRow('roster', (page) => desk.roster(cohort, page))()
    if (E.isLeft(roster)) return roster
    const runs = await everyRow('list of matchings', (page) => desk.runs(cohort, page))()
    if (E.isLeft(runs)) return runs
    const momentum = await everyRow('momentum', (page) => desk.momentum(cohort, asOf, page))()
    if (E.isLeft(momentum)) return momentum
    const calendar = await everyRow('calendar', (page) => desk.calendar(cohort, page))()
    if (E.isLeft(calendar)) return calendar
    const figures = await desk.figures(cohort, asOf)()
    if (E.isLeft(figures)) return figures
    return E.right({
      asOf,
      cohort: listed.right,
      board: board.right,
      roster: roster.right,
      runs: runs.right,
      momentum: momentum.right,
      calendar: calendar.right,
      figures: figures.right,
    })
  }
