import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { key, write } from '../text.ts'

/** A row as it is sent: view, cohort, place, key, and its JSON; nothing where it is taken away. */
export type WrittenRow = readonly [
  view: string,
  cohort: string,
  place: string,
  key: string,
  row: string | null,
]

/** What is said of a header, as it is sent. */
interface WrittenChange {
  /** Which of the changes it is. */
  readonly number: number
  readonly view: string
  readonly cohort: string
  readonly after: number
  readonly anew: boolean
  readonly parked: boolean
  readonly header: string
}

/** Changes as they are sent. */
export interface Written {
  readonly changes: ReadonlyArray<WrittenChange>
  /** None stands in it twice. */
  readonly rows: ReadonlyArray<WrittenRow>
}

const serialiseRow =
  ({ view, cohort }: Port.ViewOf) =>
  ([place, name, row]: Port.RowChange): E.Either<Port.Misused, WrittenRow> => {
    const json = row === undefined ? E.right(null) : write(row)
    return E.isLeft(json)
      ? json
      : E.right([key(view), key(cohort), key(place), key(name), json.right])
  }

/** Of two changes of one row the later counts. */
const lastOfEach = (rows: ReadonlyArray<WrittenRow>): ReadonlyArray<WrittenRow> =>
  Array.from(new Map(rows.map((row) => [JSON.stringify([row[2], row[3]]), row])).values())

const serialiseChange = (number: number, change: Port.ViewChange) =>
  pipe(
    E.Do,
    E.apS('header', Port.headerText(change.header)),
    E.apS('rows', E.traverseArray(serialiseRow(change))(change.rows)),
    E.map(({ header, rows }) => ({
      change: {
        ...{ number, view: key(change.view), cohort: key(change.cohort), after: change.after },
        ...{ anew: change.anew === true, parked: change.header.parked !== undefined, header },
      },
      rows: lastOfEach(rows),
    })),
  )

/** Changes as they are sent, and nothing that their types do not know. */
export const serialise = (
  changes: ReadonlyArray<Port.ViewChange>,
): E.Either<Port.Misused, Written> =>
  pipe(
    changes,
    E.traverseReadonlyArrayWithIndex(serialiseChange),
    E.map((each) => ({
      changes: each.map(({ change }) => change),
      rows: each.flatMap(({ rows }) => rows),
    })),
  )
