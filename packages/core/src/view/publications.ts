import { evolveAll } from '../cohort/evolve.ts'
import type { CohortEvent } from '../cohort/event/event.ts'
import { noCohort } from '../cohort/state/cohort.ts'
import { DAY, millis, plusDays, type Instant } from '../values/instant.ts'
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
function* statesAtDates(events: Iterable<CohortEvent>): Generator<StateAt> {
  let cohort = noCohort
  let news: Array<CohortEvent> = []
  let [isOpened, isClosed] = [false, false]
  let due: Instant | undefined
  let last: Instant | undefined
  const lookedAt = (asOf: Instant): StateAt => {
    cohort = evolveAll(cohort, news)
    news = []
    last = asOf
    return { asOf, cohort }
  }
  for (const event of events) {
    if (due !== undefined && event.at > due) {
      if (news.length > 0 && due !== last) yield lookedAt(due)
      due = dateFrom(due, event.at)
    }
    news.push(event)
    if (event.type === 'CohortOpened' && !isOpened) {
      isOpened = true
      due = dateFrom(event.start, event.at)
    }
    if (event.type === 'CohortClosed' && isOpened && !isClosed) {
      isClosed = true
      // A close said to have been before the last date is published at the next one.
      if (last === undefined || event.at > last) yield lookedAt(event.at)
    }
  }
}

/**
 * The publications of a cohort's history one by one, the oldest first: every 30 days from its start, and at its close.
 * A longer history only adds to them. Each costs O(the events since the one before + the cohort), and the comparison
 * of figures that have changed with all that were told.
 */
export function* publishing(events: Iterable<CohortEvent>): Generator<Publication> {
  yield* publishInTurn(statesAtDates(events))
}

/** All of them at once. */
export const publications = (events: Iterable<CohortEvent>): ReadonlyArray<Publication> => [
  ...publishing(events),
]
