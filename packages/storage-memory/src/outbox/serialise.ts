import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { serialiseHeader } from '../headers/serialise.ts'
import type { Text } from '../text.ts'
import type { Waiting } from './box.ts'

/** A notice as it is taken. */
export interface WrittenNotice extends Required<Pick<Port.NewNotice, 'replaces' | 'meets'>> {
  readonly notice: Omit<Waiting, 'cohort' | 'fence'>
}

/** A change as it is kept. */
export interface WrittenChange extends Pick<Port.NoticeChange, 'cohort' | 'after'> {
  readonly header: Text<Port.Header>
  readonly parked: boolean
  readonly put: ReadonlyArray<WrittenNotice>
}

const serialiseNotice = (given: Port.NewNotice): E.Either<Port.Misused, WrittenNotice> => {
  const { id, recipient, due, notAfter, slot, replaces = [], meets = [] } = given
  return pipe(
    Port.noticeContent(given.content),
    E.map((json) => ({
      notice: { id, recipient, due, notAfter, slot, content: { json } },
      ...{ replaces: [...replaces], meets: [...meets] },
    })),
  )
}

/** Changes as they are kept, and nothing that their types do not know. */
export const serialise = E.traverseArray((change: Port.NoticeChange) =>
  pipe(
    E.Do,
    E.apS('header', serialiseHeader(change)),
    E.apS('put', E.traverseArray(serialiseNotice)(change.put)),
    E.map((texts): WrittenChange => {
      const { cohort, after, header } = change
      return { cohort, after, parked: header.parked !== undefined, ...texts }
    }),
  ),
)
