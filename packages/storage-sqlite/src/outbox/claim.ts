import { Port, type Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import { columns } from './columns.ts'

/** Claims of one transaction each. O(limit). */
export const claiming = (database: Database.Database) => {
  const due = database
    .prepare<[string, number], string>(
      'SELECT id FROM notice WHERE parked IS NULL AND due <= ? ORDER BY due, id LIMIT ?',
    )
    .pluck()
  const hold = database.prepare<[string, string], Port.NoticeRow>(
    `UPDATE notice SET due = ?, fence = fence + 1 WHERE id = ? RETURNING ${columns}`,
  )
  const next = database
    .prepare<[], string | null>('SELECT min(due) FROM notice WHERE parked IS NULL')
    .pluck()
  const claim = ({ now, until, limit }: Port.ClaimAsked): Port.Claimed => {
    const held = due.all(now, limit).flatMap((id) => hold.all(until, id))
    const first = next.get()
    return {
      notices: held.map(Port.noticeOf),
      ...(typeof first === 'string' && { next: first as Values.Instant }),
    }
  }
  return database.transaction(claim).immediate
}
