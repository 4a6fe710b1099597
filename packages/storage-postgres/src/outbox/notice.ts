import type { Port, Values } from '@reverse-mentoring/core'
import { objectIn, unkey } from '../text.ts'

/** A notice as it is stored. A number of eight bytes may come as a text. */
export interface NoticeRow {
  readonly id: string
  readonly cohort: string
  readonly recipient: string
  readonly due: string
  readonly not_after: string
  readonly fence: string | number
  readonly parked: string | null
  readonly content: string
}

/** The notice that a row of the table is. */
export const noticeIn = (row: NoticeRow): Port.WaitingNotice => ({
  id: unkey(row.id),
  cohort: unkey(row.cohort) as Values.CohortId,
  recipient: unkey(row.recipient) as Port.Recipient,
  due: row.due as Values.Instant,
  notAfter: row.not_after as Values.Instant,
  fence: Number(row.fence),
  content: objectIn(row.content),
  ...(row.parked !== null && { parked: unkey(row.parked) }),
})
