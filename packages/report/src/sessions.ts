import { Values, View } from '@reverse-mentoring/core'

/** A session that took place. */
export type HeldRow = View.CalendarRow & Required<Pick<View.CalendarRow, 'began' | 'minutes'>>

export const isHeld = (row: View.CalendarRow): row is HeldRow =>
  row.state === 'held' && row.began !== undefined && row.minutes !== undefined

/** Sessions of a pairing by their planned start, else by when they began (INV19). */
export const inOrder = (rows: ReadonlyArray<View.CalendarRow>): ReadonlyArray<View.CalendarRow> => {
  const keyed = rows.map((row) => ({ row, key: View.calendarKey(row) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row)
}

/** Cancellations in a row after one more session; what is open or void, or the programme called off, is not in it. */
export const runAfter = (run: View.Run, { state, cancelledBy }: View.CalendarRow): View.Run => {
  if (state === 'held') return View.noRun
  if (state !== 'cancelled' || cancelledBy === undefined || cancelledBy === 'programme') return run
  return {
    total: run.total + 1,
    byMentee: run.byMentee + (cancelledBy === 'mentee' ? 1 : 0),
    byMentor: run.byMentor + (cancelledBy === 'mentor' ? 1 : 0),
  }
}

/** When a session ended, to the hour: as it began, or as it was called off; nothing where it has not, or had no plan. */
export const endedAt = (row: View.CalendarRow): Values.Instant | undefined => {
  if (isHeld(row)) return row.began
  if (row.state !== 'cancelled' || row.start === undefined) return undefined
  return Values.plusMillis(row.start, -(row.notice ?? 0) * Values.HOUR)
}
