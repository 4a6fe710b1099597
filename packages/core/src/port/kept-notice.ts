import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CohortId } from '../values/id.ts'
import type { Instant } from '../values/instant.ts'
import type { Misused } from './failure.ts'
import { readableObject } from './json-text.ts'
import { noticeContent } from './outbox-fault.ts'
import type { NewNotice, Recipient, WaitingNotice } from './outbox.ts'
import { sortable, unsortable } from './view-store.ts'

/** A notice as stores keep it that sort texts by their UTF-8 bytes, and the slots that it names; its content is JSON. */
export interface KeptNotice
  extends
    Pick<NewNotice, 'recipient' | 'due' | 'notAfter'>,
    Record<'id' | 'slot' | 'content', string> {
  readonly replaces: ReadonlyArray<string>
  readonly meets: ReadonlyArray<string>
}

/** A notice as such stores keep it, and nothing that its type does not know; or why none takes it. */
export const keptNotice = (given: NewNotice): E.Either<Misused, KeptNotice> => {
  const { recipient, due, notAfter, replaces = [], meets = [] } = given
  return pipe(
    noticeContent(given.content),
    E.map((content) => ({
      ...{ id: sortable(given.id), recipient, due, notAfter, slot: sortable(given.slot), content },
      ...{ replaces: replaces.map(sortable), meets: meets.map(sortable) },
    })),
  )
}

/** A row of a notice that has not gone yet. A number of eight bytes may come as a text. */
export interface NoticeRow {
  readonly id: string
  readonly cohort: CohortId
  readonly recipient: Recipient
  readonly due: Instant
  readonly not_after: Instant
  readonly fence: string | number
  readonly parked: string | null
  readonly content: string
}

/** The notice that a row is; a content that was damaged is an empty one. */
export const noticeOf = (row: NoticeRow): WaitingNotice => ({
  id: unsortable(row.id),
  cohort: row.cohort,
  recipient: row.recipient,
  due: row.due,
  notAfter: row.not_after,
  fence: Number(row.fence),
  content: readableObject(row.content),
  ...(row.parked !== null && { parked: unsortable(row.parked) }),
})
