import type { Port, Values } from '@reverse-mentoring/core'
import { objectIn, unkey } from '../text.ts'

/** A notice as it is stored. */
export interface NoticeRow {
  readonly id: string
  readonly cohort: string
  readonly recipient: string
  readonly due: string
  readonly not_after: string
  readonly fence: number
  readonly parked: string | null
  readonly content: string
}

/** What a row of a notice holds, for SQL. */
export const columns = 'id, cohort, recipient, due, not_after, fence, parked, content'

/** The notice that a row of the table is. */
export const noticeIn = (row: NoticeRow): Port.WaitingNotice => ({
  id: unkey(row.id),
  cohort: unkey(row.cohort) as Values.CohortId,
  recipient: unkey(row.recipient) as Port.Recipient,
  due: row.due as Values.Instant,
  notAfter: row.not_after as Values.Instant,
  fence: row.fence,
  content: objectIn(row.content),
  ...(row.parked !== null && { parked: unkey(row.parked) }),
})
