import type { EventsByType, EventType } from '../event/event.ts'
import type { Cohort } from '../state/cohort.ts'

/** What each event does to a cohort, by its name. */
export type Folds = {
  readonly [T in EventType]: (cohort: Cohort, event: EventsByType[T]) => Cohort
}
