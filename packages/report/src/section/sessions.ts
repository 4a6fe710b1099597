import type { Values, View } from '@reverse-mentoring/core'
import { datesIn, monthAfter } from '../calendar/dates.ts'
import type { Facts } from '../facts.ts'
import { isHeld } from '../sessions.ts'

/** What became of the sessions of one month. */
export interface SessionMonth {
  /** `2026-03`, in the cohort's zone. */
  readonly month: string
  readonly held: number
  readonly byMentee: number
  readonly byMentor: number
  readonly byProgramme: number
}

type Counted = Exclude<keyof SessionMonth, 'month'>

const cancelled = { mentee: 'byMentee', mentor: 'byMentor', programme: 'byProgramme' } as const

/** Under what an ended session counts, and when: as it began, or as it was planned to. */
const counted = (row: View.CalendarRow): readonly [Counted, Values.Instant] | undefined => {
  if (isHeld(row)) return ['held', row.began]
  const { state, cancelledBy, start } = row
  if (state !== 'cancelled' || cancelledBy === undefined || start === undefined) return undefined
  return [cancelled[cancelledBy], start]
}

const none = { held: 0, byMentee: 0, byMentor: 0, byProgramme: 0 }

/** Ended sessions by month, without a gap from the first to the last; what is open or void counts as neither. */
export const sessionsByMonth = ({ input, pairings }: Facts): ReadonlyArray<SessionMonth> => {
  const { dayOf } = datesIn(input.answers.cohort.zone)
  const month = (at: Values.Instant) => dayOf(at).slice(0, 7)
  const months = new Map<string, Record<Counted, number>>()
  for (const { sessions } of pairings) {
    for (const session of sessions) {
      const [as, at] = counted(session) ?? []
      if (as === undefined || at === undefined) continue
      const counts = months.get(month(at)) ?? { ...none }
      counts[as] += 1
      months.set(month(at), counts)
    }
  }
  const keys = [...months.keys()].sort()
  const last = keys.at(-1) ?? ''
  const rows: Array<SessionMonth> = []
  for (let key = keys[0]; key !== undefined && key <= last; key = monthAfter(key)) {
    rows.push({ month: key, ...(months.get(key) ?? none) })
  }
  return rows
}
