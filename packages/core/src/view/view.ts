import type * as t from 'io-ts'
import type { CohortEvent } from '../cohort/event/event.ts'
import { Rules } from '../cohort/event/opening.ts'
import type { Cohort } from '../cohort/state/cohort.ts'
import { coordinatorsOf } from '../cohort/state/coordinators.ts'
import { Zone } from '../values/zone.ts'
import { fields } from '../values/fields.ts'
import { list } from '../values/list.ts'
import { word } from '../values/word.ts'
import type { Plain } from '../values/plain.ts'
import { CohortId, ParticipantId, ProgrammeId } from '../values/id.ts'
import { Instant } from '../values/instant.ts'
import type { Place } from './place.ts'

/** Who may see a view: the person it is about, a party of the pairing, who runs the cohort, who pays, who audits, who keeps it all running. */
export type Audience = 'subject' | 'party' | 'coordinator' | 'sponsor' | 'auditor' | 'operator'

/** What all rows of a view of one cohort have in common; a close changes this and no row. */
export const Frame = fields(
  {
    cohort: CohortId,
    programme: ProgrammeId,
    mode: word('reverse', 'reciprocal'),
    zone: Zone,
    start: Instant,
    plannedEnd: Instant,
    rules: Rules,
  },
  { closedAt: Instant, coordinators: list(ParticipantId), continues: CohortId },
  'Frame',
)
export interface Frame extends Plain<t.TypeOf<typeof Frame>> {}

/**
 * Keyed rows over one cohort, each a function of the cohort's state, and so independent of how records were paged,
 * repeated or interleaved. A row leaves the close to its frame; `show` puts the two together.
 */
export interface View<A extends Audience, Row extends object> {
  /** With its version: another meaning is another name. */
  readonly name: string
  readonly audience: ReadonlyArray<A>
  /** Of a row as it is stored. */
  readonly codec: t.Type<Row, unknown>
  /** The keys of all rows that an event may have changed. */
  readonly touched: (event: CohortEvent, before: Cohort, after: Cohort) => Iterable<string>
  /** The row of a key as if the cohort were open; `undefined` where there is none. */
  readonly row: (key: string, cohort: Cohort) => Row | undefined
  /** The keys of all rows, ascending. */
  readonly keys: (cohort: Cohort) => ReadonlyArray<string>
  /** Where a row is found. */
  places(row: Row, key: string, cohort: CohortId): ReadonlyArray<Place>
}

/** A view, whoever sees it and whatever its rows are. */
export interface AnyView extends Omit<View<Audience, object>, 'codec'> {
  readonly codec: t.Mixed
}

/** The frame of every view of a cohort; `undefined` before the opening. */
export const frameOf = (cohort: Cohort): Frame | undefined => {
  if (cohort.opened === undefined) return undefined
  const { cohort: id, programme, mode, zone, start, plannedEnd, rules, continues } = cohort.opened
  const coordinators = coordinatorsOf(cohort)
  return {
    ...{ cohort: id, programme, mode, zone, start, plannedEnd, rules },
    ...(continues !== undefined && { continues }),
    ...(coordinators !== undefined && { coordinators }),
    ...(cohort.closedAt !== undefined && { closedAt: cohort.closedAt }),
  }
}

/** All rows of a view by key, in the order of the keys. O(n log n). */
export const viewRows = <Row extends object>(
  view: Pick<View<Audience, Row>, 'keys' | 'row'>,
  cohort: Cohort,
): ReadonlyMap<string, Row> => {
  const rows = new Map<string, Row>()
  for (const key of view.keys(cohort)) {
    const row = view.row(key, cohort)
    if (row !== undefined) rows.set(key, row)
  }
  return rows
}

/** The cohort without its close, for rows that leave it to the frame. */
export const asIfOpen = (cohort: Cohort): Cohort =>
  cohort.closedAt === undefined ? cohort : { ...cohort, closedAt: undefined }
