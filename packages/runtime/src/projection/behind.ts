import type { Port, Stored, Values } from '@reverse-mentoring/core'
import type { KeptView } from './kept-view.ts'
import type { Tried } from './tried.ts'

/** A cohort whose views are behind, with what is known of it. */
export interface Behind {
  readonly cohort: Values.CohortId
  /** The headers as they stand, by view. */
  readonly headers: ReadonlyMap<KeptView, Port.Header | undefined>
  /** Its records on the page of the log that told of it, ascending. */
  readonly records: ReadonlyArray<Stored.StoredRecord>
  /** The revision up to which it is known to go. */
  readonly atLeast: Stored.Revision
}

/** The headers that are worth a try: not those of views that stopped here before, where they still stand. */
export const worthTrying = (
  tried: Tried,
  cohort: Values.CohortId,
  headers: Behind['headers'],
): Behind['headers'] =>
  new Map(
    [...headers].filter(
      ([{ name }, header]) =>
        header?.parked === undefined || !tried.has({ view: name, cohort }, header.parked),
    ),
  )
