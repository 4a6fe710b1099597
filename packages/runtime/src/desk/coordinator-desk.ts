import { View, type Port, type Values } from '@reverse-mentoring/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Cohorts } from '../cohort/cohorts.ts'
import {
  ask,
  everyPage,
  type AskFailure,
  type Asked,
  type Page,
  type PageAsked,
} from '../question/ask.ts'
import { board } from '../question/board.ts'
import { calendar } from '../question/calendar.ts'
import { cohortsOf } from '../question/cohorts.ts'
import type { Figures } from '../question/figures.ts'
import { momentum } from '../question/momentum.ts'
import { roster } from '../question/roster.ts'
import { runs } from '../question/runs.ts'
import { coordinating, type NotCoordinating } from './coordinating.ts'
import { askOne } from './ask-one.ts'

/** Why a coordinator gets no answer. */
export type CoordinatorFailure = AskFailure | NotCoordinating

type Answer<A> = TE.TaskEither<CoordinatorFailure, A>
type OfCohort<A> = (cohort: Values.CohortId, page?: PageAsked) => Answer<Page<A>>

/** What somebody who coordinates may ask: states and counts of the cohorts that name them, never content. */
export interface CoordinatorDesk {
  /** The cohorts that name them. */
  readonly cohorts: (page?: PageAsked) => Answer<Page<View.ShownCohort>>
  /** Every pairing, by its id. */
  readonly board: OfCohort<View.BoardRow>
  readonly pairing: (
    cohort: Values.CohortId,
    pairing: Values.PairingId,
  ) => Answer<View.BoardRow | undefined>
  /** Every enrolment, by its id. */
  readonly roster: OfCohort<View.RosterRow>
  readonly enrolment: (
    cohort: Values.CohortId,
    enrolment: Values.EnrolmentId,
  ) => Answer<View.RosterRow | undefined>
  /** Who waits for a pairing, the longest first. Reads the whole roster. */
  readonly waitingList: (cohort: Values.CohortId) => Answer<ReadonlyArray<View.RosterRow>>
  /** What every recorded matching came to, and the most that was possible, by run id. */
  readonly runs: OfCohort<View.RunRow>
  /** How every pairing that is or was formal keeps going, as of an instant. */
  readonly momentum: (
    cohort: Values.CohortId,
    asOf: Values.Instant,
    page?: PageAsked,
  ) => Answer<Page<View.ShownMomentum>>
  /** Every session, by its id. */
  readonly calendar: OfCohort<View.CalendarRow>
  readonly session: (
    cohort: Values.CohortId,
    session: Values.SessionId,
  ) => Answer<View.CalendarRow | undefined>
  /** What a sponsor is told too: the last publication at or before an instant, with its topics (`View.topicMix`). */
  readonly figures: (
    cohort: Values.CohortId,
    asOf: Values.Instant,
  ) => Answer<View.Publication | undefined>
}

/** What a coordinator's desk works with. */
export interface CoordinatorBench {
  readonly figures: Figures
  readonly viewStore: Port.ViewStore
  readonly cohorts: Pick<Cohorts, 'load'>
}

/** Opens the desk of one authenticated coordinator. */
export const coordinatorDesk =
  ({ figures, viewStore, cohorts }: CoordinatorBench) =>
  (id: Values.ParticipantId): CoordinatorDesk => {
    const judge = coordinating(viewStore, cohorts)
    const one = askOne(viewStore)

    const allowed = <Row extends object, Shown, A>(
      cohort: Values.CohortId,
      { view }: Asked<Row, Shown>,
      answer: Answer<A>,
    ): Answer<A> =>
      TE.flatMap(() => answer)<CoordinatorFailure>(judge(id, { view: view.name, cohort }))

    const page = <Row extends object, Shown>(
      cohort: Values.CohortId,
      asked: Asked<Row, Shown>,
      which?: PageAsked,
    ): Answer<Page<Shown>> => allowed(cohort, asked, ask(viewStore)(asked, which))

    const item = <Row extends object, Shown>(
      cohort: Values.CohortId,
      asked: Asked<Row, Shown>,
      key: string,
    ): Answer<Shown | undefined> => allowed(cohort, asked, one(asked, key))

    return {
      cohorts: (which) => ask(viewStore)(cohortsOf(id), which),
      board: (cohort, which) => page(cohort, board(cohort), which),
      pairing: (cohort, pairing) => item(cohort, board(cohort), pairing),
      roster: (cohort, which) => page(cohort, roster(cohort), which),
      enrolment: (cohort, enrolment) => item(cohort, roster(cohort), enrolment),
      waitingList: (cohort) =>
        TE.map(View.waitingList)(everyPage((which) => page(cohort, roster(cohort), which))),
      runs: (cohort, which) => page(cohort, runs(cohort), which),
      momentum: (cohort, asOf, which) => page(cohort, momentum(cohort, asOf), which),
      calendar: (cohort, which) => page(cohort, calendar(cohort), which),
      session: (cohort, session) => item(cohort, calendar(cohort), session),
      figures: (cohort, asOf) => allowed(cohort, board(cohort), figures(cohort, asOf)),
    }
  }
