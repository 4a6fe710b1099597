import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { key } from '../text.ts'

const serialiseChange = (number: number, change: Port.NoticeChange) =>
  pipe(
    E.Do,
    E.apS('header', Port.headerText(change.header)),
    E.apS('put', E.traverseArray(Port.keptNotice)(change.put)),
    E.map((texts): object => ({
      ...{ number, cohort: key(change.cohort), after: change.after },
      ...{ parked: change.header.parked !== undefined, ...texts },
    })),
  )

/** Changes as they are sent, and nothing that their types do not know. */
export const serialise: (
  changes: ReadonlyArray<Port.NoticeChange>,
) => E.Either<Port.Misused, ReadonlyArray<object>> =
  E.traverseReadonlyArrayWithIndex(serialiseChange)
