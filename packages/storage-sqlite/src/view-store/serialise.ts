import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { key, write } from '../text.ts'

/** A row of a change, as it is stored. */
export type WrittenRow = readonly [place: string, key: string, row: string | undefined]

/** A change as it is stored. */
export interface Written {
  readonly of: Port.ViewOf
  readonly view: string
  readonly cohort: string
  readonly after: number
  readonly anew: boolean
  readonly parked: boolean
  readonly header: string
  readonly rows: ReadonlyArray<WrittenRow>
}

const serialiseRow = ([place, name, row]: Port.RowChange): E.Either<Port.Misused, WrittenRow> => {
  if (row === undefined) return E.right([key(place), key(name), undefined])
  const json = write(row)
  return E.isLeft(json) ? json : E.right([key(place), key(name), json.right])
}

/** Changes as they are stored, and nothing that their types do not know. */
export const serialise = E.traverseArray((change: Port.ViewChange) =>
  pipe(
    E.Do,
    E.apS('header', Port.headerText(change.header)),
    E.apS('rows', E.traverseArray(serialiseRow)(change.rows)),
    E.map((texts): Written => ({
      of: { view: change.view, cohort: change.cohort },
      view: key(change.view),
      cohort: key(change.cohort),
      after: change.after,
      anew: change.anew === true,
      parked: change.header.parked !== undefined,
      ...texts,
    })),
  ),
)
