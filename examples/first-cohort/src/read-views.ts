import type { Values, View } from '@reverse-mentoring/core'
import {
  everyPage,
  openEngine,
  type CoordinatorDesk,
  type CoordinatorFailure,
  type EngineFailure,
} from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Ports } from './ports.ts'

/** What the coordinator's views say, counted. */
export interface Counts {
  /** People without a formal pairing, of those who stayed. */
  readonly waiting: number
  readonly awaiting: number
  /** Formal pairings that ended before the cohort did. */
  readonly endedEarly: number
  readonly cancelled: number
}

interface Shown {
  readonly roster: ReadonlyArray<View.RosterRow>
  readonly board: ReadonlyArray<View.BoardRow>
  readonly calendar: ReadonlyArray<View.CalendarRow>
  readonly closedAt: Values.Instant | undefined
}

const shownTo =
  (desk: CoordinatorDesk, cohort: Values.CohortId): TaskEither<CoordinatorFailure, Shown> =>
  async () => {
    const roster = await everyPage((page) => desk.roster(cohort, page))()
    if (E.isLeft(roster)) return roster
    const board = await everyPage((page) => desk.board(cohort, page))()
    if (E.isLeft(board)) return board
    const calendar = await everyPage((page) => desk.calendar(cohort, page))()
    if (E.isLeft(calendar)) return calendar
    const cohorts = await everyPage(desk.cohorts)()
    if (E.isLeft(cohorts)) return cohorts
    const { closedAt } = cohorts.right.find((one) => one.cohort === cohort) ?? {}
    return E.right({
      ...{ roster: roster.right, board: board.right, calendar: calendar.right },
      closedAt,
    })
  }

const counted = ({ roster, board, calendar, closedAt }: Shown): Counts => {
  const formal = board.filter(({ formalAt }) => formalAt !== undefined)
  const lived = formal.filter(({ endedAt }) => endedAt === closedAt)
  const paired = new Set(
    lived.flatMap(({ mentor, mentee }) => [`${mentor} mentor`, `${mentee} mentee`]),
  )
  const stayed = roster.filter(({ leftAt }) => leftAt === undefined)
  return {
    waiting: stayed.filter(({ participant, role }) => !paired.has(`${participant} ${role}`)).length,
    awaiting: board.filter(({ state }) => state === 'awaiting-answers').length,
    endedEarly: formal.length - lived.length,
    cancelled: calendar.filter(({ state }) => state === 'cancelled').length,
  }
}

/** Counts what the coordinator's views show of a cohort. */
export const readViews =
  (
    ports: Ports,
    cohort: Values.CohortId,
    coordinator: Values.Actor,
  ): TaskEither<EngineFailure, Counts> =>
  async () => {
    const engine = await openEngine(ports)()
    if (E.isLeft(engine)) return engine
    const shown = await shownTo(engine.right.coordinator(coordinator.id), cohort)()
    return E.map(counted)(shown)
  }
