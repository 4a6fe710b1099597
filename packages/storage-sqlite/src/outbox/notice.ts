import type { Port, Stored, Values } from '@reverse-mentoring/core'
import { readable, unkey } from '../text.ts'

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

const isContent = (u: unknown): u is Stored.JsonObject =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

/** A content that was damaged is an empty one. */
const contentIn = (json: string): Stored.JsonObject => {
  const content = readable(json)
  return isContent(content) ? content : {}
}

/** The notice that a row of the table is. */
export const noticeIn = (row: NoticeRow): Port.WaitingNotice => ({
  id: unkey(row.id),
  cohort: unkey(row.cohort) as Values.CohortId,
  recipient: unkey(row.recipient) as Port.Recipient,
  due: row.due as Values.Instant,
  notAfter: row.not_after as Values.Instant,
  fence: row.fence,
  content: contentIn(row.content),
  ...(row.parked !== null && { parked: unkey(row.parked) }),
})
