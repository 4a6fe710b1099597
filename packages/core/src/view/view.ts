import type { CohortEvent } from '../cohort/event/event.ts'
import type { Rules } from '../cohort/event/opening.ts'
import type { Cohort } from '../cohort/state/cohort.ts'
import type { Revision } from '../stored/record.ts'
import type { Zone } from '../values/zone.ts'
import type { CohortId } from '../values/id.ts'
import type { Instant } from '../values/instant.ts'

/** Who may see a view: the person it is about, a party of the pairing, who runs the cohort, who pays, who audits. */
export type Audience = 'subject' | 'party' | 'coordinator' | 'sponsor' | 'auditor'

/** What all rows of a view of one cohort have in common; a close changes this and no row. */
export interface ViewHeader {
  readonly cohort: CohortId
  /** For catching up only; nothing that a person can see holds it (INV15). */
  readonly revision: Revision
  readonly zone: Zone
  readonly start: Instant
  readonly plannedEnd: Instant
  readonly rules: Rules
  readonly closedAt?: Instant
}

/**
 * Keyed rows over one cohort, each a function of the cohort's state, and so independent of how records were paged,
 * repeated or interleaved. A row leaves the close to its header; `show` puts the two together.
 */
export interface View<A extends Audience, Row> {
  /** With its version: another meaning is another name. */
  readonly name: string
  readonly audience: ReadonlyArray<A>
  /** The keys of all rows that an event may have changed. */
  readonly touched: (event: CohortEvent, before: Cohort, after: Cohort) => Iterable<string>
  /** The row of a key as if the cohort were open; `undefined` where there is none. */
  readonly row: (key: string, cohort: Cohort) => Row | undefined
  /** The keys of all rows, ascending. */
  readonly keys: (cohort: Cohort) => ReadonlyArray<string>
}

/** The header of every view of a cohort; `undefined` before the opening. */
export const viewHeader = (cohort: Cohort, revision: Revision): ViewHeader | undefined => {
  if (cohort.opened === undefined) return undefined
  const { cohort: id, zone, start, plannedEnd, rules } = cohort.opened
  const header = { cohort: id, revision, zone, start, plannedEnd, rules }
  return cohort.closedAt === undefined ? header : { ...header, closedAt: cohort.closedAt }
}

/** All rows of a view by key, in the order of the keys. O(n log n). */
export const viewRows = <A extends Audience, Row>(
  view: View<A, Row>,
  cohort: Cohort,
): ReadonlyMap<string, Row> => {
  const rows = new Map<string, Row>()
  for (const key of view.keys(cohort)) {
    const row = view.row(key, cohort)
    if (row !== undefined) rows.set(key, row)
  }
  return rows
}

/** The cohort without its close, for rows that leave it to the header. */
export const asIfOpen = (cohort: Cohort): Cohort =>
  cohort.closedAt === undefined ? cohort : { ...cohort, closedAt: undefined }
