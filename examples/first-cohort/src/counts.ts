import type { Answers } from '@reverse-mentoring/report'

/** What the coordinator's views say, counted. */
export interface Counts {
  /** People without a formal pairing, of those who stayed. */
  readonly waiting: number
  readonly awaiting: number
  /** Formal pairings that ended before the cohort did. */
  readonly endedEarly: number
  readonly cancelled: number
}

/** Counts what the coordinator's views show of a cohort. */
export const countsOf = ({
  cohort,
  roster,
  board,
  calendar,
}: Pick<Answers, 'cohort' | 'roster' | 'board' | 'calendar'>): Counts => {
  const formal = board.filter(({ formalAt }) => formalAt !== undefined)
  const lived = formal.filter(({ endedAt }) => endedAt === cohort.closedAt)
  const paired = new Set(
    lived.flatMap(({ mentor, mentee }) => [`${mentor} mentor`, `${mentee} mentee`]),
  )
  const stayed = roster.filter(({ leftAt }) => leftAt === undefined)
  return {
    waiting: stayed.filter(({ participant, role }) => !paired.has(`${participant} ${role}`)).length,
    awaiting: board.filter(({ state }) => state === 'awaiting-answers').length,
    endedEarly: formal.length - lived.length,
    cancelled: calendar.filter(({ state }) => state === 'cancelled').length,
  }
}
