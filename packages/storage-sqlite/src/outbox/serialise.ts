import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { serialiseHeader } from '../headers.ts'
import { key } from '../text.ts'

/** A notice as it is stored, and the slots that it names. */
export interface WrittenNotice {
  readonly id: string
  readonly recipient: string
  readonly due: string
  readonly notAfter: string
  readonly slot: string
  readonly content: string
  readonly replaces: ReadonlyArray<string>
  readonly meets: ReadonlyArray<string>
}

/** A change as it is stored. */
export interface Written {
  readonly of: Port.NoticeChange['cohort']
  readonly cohort: string
  readonly after: number
  readonly parked: boolean
  readonly header: string
  readonly put: ReadonlyArray<WrittenNotice>
}

const serialiseNotice = (given: Port.NewNotice): E.Either<Port.Misused, WrittenNotice> => {
  const { id, recipient, due, notAfter, slot, replaces = [], meets = [] } = given
  return pipe(
    Port.noticeContent(given.content),
    E.map((content) => ({
      ...{ id: key(id), recipient: key(recipient), due, notAfter, slot: key(slot), content },
      ...{ replaces: replaces.map(key), meets: meets.map(key) },
    })),
  )
}

/** Changes as they are stored, and nothing that their types do not know. */
export const serialise = E.traverseArray((change: Port.NoticeChange) =>
  pipe(
    E.Do,
    E.apS('header', serialiseHeader(change.header)),
    E.apS('put', E.traverseArray(serialiseNotice)(change.put)),
    E.map((texts): Written => ({
      ...{ of: change.cohort, cohort: key(change.cohort), after: change.after },
      ...{ parked: change.header.parked !== undefined, ...texts },
    })),
  ),
)
