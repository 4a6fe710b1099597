import type { Port, Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { serialiseHeader } from '../headers/serialise.ts'
import { write, type Text } from '../text.ts'

/** A row of a change, as it is kept. */
export type WrittenRow = readonly [
  place: string,
  key: string,
  row: Text<Stored.JsonObject> | undefined,
]

/** A change as it is kept. */
export interface Written extends Pick<Port.ViewChange, 'view' | 'cohort' | 'after'> {
  readonly anew: boolean
  readonly parked: boolean
  readonly header: Text<Port.Header>
  readonly rows: ReadonlyArray<WrittenRow>
}

const serialiseRow = ([place, key, row]: Port.RowChange): E.Either<Port.Misused, WrittenRow> =>
  row === undefined
    ? E.right([place, key, undefined])
    : pipe(
        write(row),
        E.map(({ json }) => [place, key, { json }]),
      )

const serialiseChange = (change: Port.ViewChange): E.Either<Port.Misused, Written> => {
  const { view, cohort, after, anew = false, header } = change
  return pipe(
    E.Do,
    E.apS('header', serialiseHeader(change)),
    E.apS('rows', E.traverseArray(serialiseRow)(change.rows)),
    E.map((texts) => ({
      view,
      cohort,
      after,
      anew,
      parked: header.parked !== undefined,
      ...texts,
    })),
  )
}

/** Changes as they are kept, and nothing that their types do not know. */
export const serialise = E.traverseArray(serialiseChange)
