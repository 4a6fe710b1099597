import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { serialiseHeader } from '../headers.ts'
import { key } from '../text.ts'

const serialiseNotice = (given: Port.NewNotice): E.Either<Port.Misused, object> => {
  const { id, recipient, due, notAfter, slot, replaces = [], meets = [] } = given
  return pipe(
    Port.noticeContent(given.content),
    E.map((content) => ({
      ...{ id: key(id), recipient: key(recipient), due, notAfter, slot: key(slot), content },
      ...{ replaces: replaces.map(key), meets: meets.map(key) },
    })),
  )
}

const serialiseChange = (number: number, change: Port.NoticeChange) =>
  pipe(
    E.Do,
    E.apS('header', serialiseHeader(change.header)),
    E.apS('put', E.traverseArray(serialiseNotice)(change.put)),
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
