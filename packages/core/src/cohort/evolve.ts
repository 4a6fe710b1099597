import {
  outlivesClose,
  type CohortEvent,
  type EventsByType,
  type EventType,
} from './event/event.ts'
import { enrolmentFolds } from './evolve/enrolment.ts'
import { exchangeFolds } from './evolve/exchange.ts'
import type { Folds } from './evolve/folds.ts'
import { openingFolds } from './evolve/opening.ts'
import { pairingFolds } from './evolve/pairing.ts'
import { relationFolds } from './evolve/relation.ts'
import { sessionFolds } from './evolve/session.ts'
import { noCohort, type Cohort } from './state/cohort.ts'
import { ownedTable, settle } from './state/table.ts'

const folds: Folds = {
  ...openingFolds,
  ...enrolmentFolds,
  ...relationFolds,
  ...pairingFolds,
  ...sessionFolds,
  ...exchangeFolds,
}

const fold = <T extends EventType>(type: T, cohort: Cohort, event: EventsByType[T]): Cohort =>
  folds[type](cohort, event)

/**
 * The cohort after one more event. Total: what refers to something unknown, taken or over changes nothing, and no
 * rule is checked again. O(log n).
 */
export const evolve = (cohort: Cohort, event: CohortEvent): Cohort => {
  const { opened, closedAt } = cohort
  if (opened === undefined && event.type !== 'CohortOpened') return cohort
  if (closedAt !== undefined && !outlivesClose(event, closedAt)) return cohort
  return fold(event.type, cohort, event)
}

/** A cohort that only one fold holds: its tables change in place. */
const ownedCohort = (): Cohort => ({
  ...noCohort,
  people: ownedTable(),
  enrolments: ownedTable(),
  pairs: ownedTable(),
  pairings: ownedTable(),
  sessions: ownedTable(),
  meetings: ownedTable(),
  feedback: ownedTable(),
  claims: ownedTable(),
})

const settled = (cohort: Cohort): Cohort => ({
  ...cohort,
  people: settle(cohort.people),
  enrolments: settle(cohort.enrolments),
  pairs: settle(cohort.pairs),
  pairings: settle(cohort.pairings),
  sessions: settle(cohort.sessions),
  meetings: settle(cohort.meetings),
  feedback: settle(cohort.feedback),
  claims: settle(cohort.claims),
})

/** The cohort that a whole history leads to: as event by event, but nothing is copied on the way. O(n). */
export const foldCohort = (events: Iterable<CohortEvent>): Cohort => {
  let cohort = ownedCohort()
  for (const event of events) cohort = evolve(cohort, event)
  return settled(cohort)
}

/** The cohort after some more events. O(m log n). */
export const evolveAll = (from: Cohort, events: Iterable<CohortEvent>): Cohort => {
  let cohort = from
  for (const event of events) cohort = evolve(cohort, event)
  return cohort
}
