import { Cohort, type Event, type Values } from '@reverse-mentoring/core'

/** What has happened before a step, as far as people act on it. */
export interface World {
  readonly cohort: Cohort.Cohort
  /** Sessions that were moved once. */
  readonly moved: ReadonlySet<Values.SessionId>
  /** How many events led here. */
  readonly revision: number
}

export const noWorld: World = { cohort: Cohort.noCohort, moved: new Set(), revision: 0 }

/** The world after some more events. */
export const after = (world: World, events: ReadonlyArray<Event.CohortEvent>): World => {
  const moved = events.flatMap((event) =>
    event.type === 'SessionRescheduled' ? [event.session] : [],
  )
  return {
    cohort:
      world.revision === 0 ? Cohort.foldCohort(events) : Cohort.evolveAll(world.cohort, events),
    moved: moved.length === 0 ? world.moved : new Set([...world.moved, ...moved]),
    revision: world.revision + events.length,
  }
}
