import type * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Checkpoint, JsonObject, Revision } from '../stored/record.ts'
import { Uuid, type CohortId } from '../values/id.ts'
import { isObject } from '../values/is-object.ts'
import { misused, type Misused, type Overtaken, type Unavailable } from './failure.ts'
import { jsonText } from './json-text.ts'
import type { ViewOf } from './view-of.ts'

/** What stops a view of a cohort: the revision that it cannot take, and why, for an operator. */
export interface Parked {
  readonly revision: Revision
  /** Holds no stored value. */
  readonly because: string
}

/** What a commit says of one view of one cohort. */
export interface NewHeader {
  /** The revision that the rows show; 0 where not even the first record could be read. */
  readonly revision: Revision
  /** The id of the record at that revision, so that another log is noticed; absent at 0. */
  readonly record?: Uuid
  readonly parked?: Parked
  /** What all rows have in common, such as the close; plain JSON. A row is shown in its light. */
  readonly frame: object
}

/** How far one view of one cohort is. Nothing else knows it: checkpoints are hints. */
export interface Header extends NewHeader {
  /** How many commits made it, from 1. */
  readonly version: number
  readonly frame: JsonObject
}

/** A row under its place and key; `undefined` takes it away. Rows are plain JSON. */
export type RowChange = readonly [place: string, key: string, row: object | undefined]

/** What one commit changes in one view of one cohort. */
export interface ViewChange extends ViewOf {
  /** The version that stands; 0 where there is no header. The commit's header is the next one. */
  readonly after: number
  readonly header: NewHeader
  /** Takes every row away that stands, before its own are written. */
  readonly anew?: true
  /** Of two changes of one row the later counts. */
  readonly rows: ReadonlyArray<RowChange>
}

/** Where readers of the log come. */
export interface Progress {
  /** One that is named twice is named once. */
  readonly readers: ReadonlyArray<string>
  readonly checkpoint: Checkpoint
  /**
   * Where they stood: a reader that stands elsewhere, or whose view was dropped meanwhile, stays where it is, for what
   * it would pass by may be gone. Without `at` it stood nowhere; without `from` it comes there wherever it stood.
   */
  readonly from?: { readonly at?: Checkpoint }
}

/** Everything that one step brings about; all of it is committed, or nothing. */
export interface ViewCommit {
  /** No view of a cohort stands in it twice. */
  readonly changes: ReadonlyArray<ViewChange>
  /** Readers of the log that come to a checkpoint with it: a hint, which may lag or go back, and never leads. */
  readonly progress?: Progress
}

/** A row, and the header in whose light it is shown. */
export interface PlacedRow {
  readonly key: string
  readonly cohort: CohortId
  readonly row: JsonObject
  readonly header: Header
}

/** A page of the rows of one place: those from `from`, before `to`, and after `after`, as far as these are given. */
export interface RowsAsked {
  readonly from?: string
  readonly to?: string
  readonly after?: Pick<PlacedRow, 'key' | 'cohort'>
  readonly limit: number
}

/** Rows in the order of their keys, and of their cohorts where keys are the same (both by UTF-16 code unit). */
export interface RowPage {
  readonly rows: ReadonlyArray<PlacedRow>
  readonly more: boolean
}

/** Headers in the order of their cohorts. */
export interface HeaderPage {
  readonly headers: ReadonlyArray<readonly [cohort: CohortId, header: Header]>
  readonly more: boolean
}

/**
 * Where views are kept. A view's part of one cohort is written together, under one header; where one of its rows is
 * found is the row's place, such as `cohort/<id>` or `person/<id>`, and one place holds rows of many cohorts.
 * Its laws are `viewStoreLaws` in `@reverse-mentoring/testing`.
 */
export interface ViewStore {
  /** Refused as `Overtaken`, with all headers that were, if one of them is not at the version that its change names. */
  readonly commit: (commit: ViewCommit) => TaskEither<Overtaken | Misused | Unavailable, void>
  /** Where a reader of the log has come; `undefined` before it first said so. */
  readonly checkpoint: (reader: string) => TaskEither<Misused | Unavailable, Checkpoint | undefined>
  /** The headers of these, in the order of the asking; `undefined` where there is none. */
  readonly headers: (
    of: ReadonlyArray<ViewOf>,
  ) => TaskEither<Misused | Unavailable, ReadonlyArray<Header | undefined>>
  /** All headers of a view, or those that are parked. A page is exactly full unless it is the last. */
  readonly headersOf: (
    view: string,
    page: { readonly after?: CohortId; readonly limit: number; readonly parked?: true },
  ) => TaskEither<Misused | Unavailable, HeaderPage>
  /**
   * The rows of a view in a place, with their headers, as they stood at one moment; one that was damaged is empty. A page
   * is exactly full unless it is the last.
   */
  readonly rows: (
    view: string,
    place: string,
    page: RowsAsked,
  ) => TaskEither<Misused | Unavailable, RowPage>
  /** The names of all views that have a header, in their order. */
  readonly views: TaskEither<Misused | Unavailable, ReadonlyArray<string>>
  /**
   * Takes a view away, of all cohorts: headers, rows and its reader's checkpoint (the reader bears the view's name). One
   * that is cut short leaves whole cohorts, and no checkpoint; the same again goes on.
   */
  readonly drop: (view: string) => TaskEither<Misused | Unavailable, void>
}

const isParked = (u: unknown): u is Parked =>
  isObject(u) && Number.isSafeInteger(u['revision']) && typeof u['because'] === 'string'

const isNewHeader = (u: unknown): u is NewHeader & Pick<Header, 'frame'> =>
  isObject(u) &&
  typeof u['revision'] === 'number' &&
  Number.isSafeInteger(u['revision']) &&
  u['revision'] >= 0 &&
  (u['record'] === undefined || Uuid.is(u['record'])) &&
  (u['parked'] === undefined || isParked(u['parked'])) &&
  isObject(u['frame'])

const damagedHeader: Omit<Header, 'version'> = {
  revision: 0,
  parked: { revision: 0, because: 'what the view store kept of it is damaged; it is made anew' },
  frame: {},
}

/** What a commit says of a header, as the JSON text that a store keeps, and nothing that its type does not know. */
export const headerText = ({
  revision,
  record,
  parked,
  frame,
}: NewHeader): E.Either<Misused, string> => jsonText({ revision, record, parked, frame })

/** The header that a store kept under a version; one that was damaged shows nothing, so that its rows are made anew. */
export const headerOf = (version: number, kept: unknown): Header =>
  isNewHeader(kept) ? { ...kept, version } : { ...damagedHeader, version }

/** Why no store takes this commit, if it does not: a view of a cohort stands in it twice, or a version is no count. */
export const commitFault = ({ changes }: ViewCommit): Misused | undefined => {
  const names = new Set(changes.map(({ view, cohort }) => JSON.stringify([view, cohort])))
  if (names.size < changes.length) return misused('a view of a cohort stands twice in one commit')
  return changes.every(({ after }) => Number.isSafeInteger(after) && after >= 0)
    ? undefined
    : misused('a version is a whole number from 0')
}

const ESCAPE = '\uf000'

/**
 * A key as stores keep it that sort texts by their UTF-8 bytes: it sorts as the key does by UTF-16 code unit.
 * Keys of letters, digits and punctuation stay as they are.
 */
export const sortable = (key: string): string =>
  key.replace(/[\0\u0001\ud800-\uffff]/g, (unit) =>
    unit <= '\u0001'
      ? `\u0001${unit === '\0' ? '0' : '1'}`
      : ESCAPE + unit.charCodeAt(0).toString(16),
  )

/** The key behind what `sortable` made of it. */
export const unsortable = (text: string): string =>
  text.replace(/\u0001([01])|\uf000([0-9a-f]{4})/g, (_, low?: string, unit?: string) =>
    unit === undefined ? (low === '0' ? '\0' : '\u0001') : String.fromCharCode(parseInt(unit, 16)),
  )
