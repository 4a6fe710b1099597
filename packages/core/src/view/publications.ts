import { evolveAll } from '../cohort/evolve.ts'
import type { CohortEvent } from '../cohort/event/event.ts'
import { noCohort } from '../cohort/state/cohort.ts'
import { DAY, later, millis, plusDays, type Instant } from '../values/instant.ts'
import { publishInTurn, type Publication, type StateAt } from './programme-metrics.ts'

/** Days from one fixed date to the next. */
const every = 30

/** The first fixed date after one, or after the start, that is not before an instant; none at the end of time. */
const dateFrom = (before: Instant, at: Instant): Instant | undefined => {
  const days = (millis(at) - millis(before)) / DAY
  const date = plusDays(before, every * Math.max(1, Math.ceil(days / every)))
  return date > before ? date : undefined
}

/**
 * The states at fixed dates and at the close. A date's state is what stood before the first event said after it, and is
 * there once that event is: one said earlier that comes late changes no state of before. Where nothing was recorded
 * since the date before, there is none.
 */
const statesAtDates = (events: Iterable<CohortEvent>): ReadonlyArray<StateAt> => {
  const states: Array<StateAt> = []
  let cohort = noCohort
  let news: Array<CohortEvent> = []
  let [isOpened, isClosed] = [false, false]
  let due: Instant | undefined
  let said: Instant | undefined
  const lookAt = (asOf: Instant): void => {
    if (news.length === 0 || asOf === states.at(-1)?.asOf) return
    cohort = evolveAll(cohort, news)
    news = []
    states.push({ asOf, cohort })
  }
  for (const event of events) {
    if (due !== undefined && event.at > due) {
      lookAt(due)
      due = dateFrom(due, event.at)
    }
    news.push(event)
    // What is said may go back in time; what was published does not.
    said = later(said ?? event.at, event.at)
    if (event.type === 'CohortOpened' && !isOpened) {
      isOpened = true
      due = dateFrom(event.start, event.at)
    }
    if (event.type === 'CohortClosed' && isOpened && !isClosed) {
      isClosed = true
      lookAt(said)
    }
  }
  return states
}

/**
 * All publications of a cohort's history, the oldest first: every 30 days from its start, and at its close. A longer
 * history only adds to them. O(events + dates × n), and the comparison of figures that are read anew.
 */
export const publications = (events: Iterable<CohortEvent>): ReadonlyArray<Publication> =>
  publishInTurn(statesAtDates(events))
