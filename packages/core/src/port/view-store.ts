import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Checkpoint, JsonObject } from '../stored/record.ts'
import type { CohortId } from '../values/id.ts'
import type { Unavailable } from './failure.ts'

/** One view of one cohort: `name` carries the version of the view, such as `momentum-1`. */
export interface ViewOf {
  readonly view: string
  readonly cohort: CohortId
}

/** What one commit changes in one view of one cohort. Header and rows are plain JSON. */
export interface ViewChange extends ViewOf {
  readonly header: object
  /** A row under its key; `undefined` takes the row away. */
  readonly rows: ReadonlyArray<readonly [key: string, row: object | undefined]>
}

/** Everything that one step of a reader brings about; all of it is committed, or nothing. */
export interface ViewCommit {
  /** Who reads the log, such as `projector`. */
  readonly reader: string
  readonly checkpoint: Checkpoint
  readonly changes: ReadonlyArray<ViewChange>
}

/** Rows in the order of their keys (by UTF-16 code unit). */
export interface RowPage {
  readonly rows: ReadonlyArray<readonly [key: string, row: JsonObject]>
  readonly more: boolean
}

/** Where views are kept: keyed rows, one header per view and cohort, one checkpoint per reader. */
export interface ViewStore {
  readonly commit: (commit: ViewCommit) => TaskEither<Unavailable, void>
  /** `undefined` before the first commit. */
  readonly checkpoint: (reader: string) => TaskEither<Unavailable, Checkpoint | undefined>
  readonly header: (of: ViewOf) => TaskEither<Unavailable, JsonObject | undefined>
  readonly row: (of: ViewOf, key: string) => TaskEither<Unavailable, JsonObject | undefined>
  readonly rows: (
    of: ViewOf,
    page: { readonly after?: string; readonly limit: number },
  ) => TaskEither<Unavailable, RowPage>
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
