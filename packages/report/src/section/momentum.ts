import { Values, type View } from '@reverse-mentoring/core'
import type { Facts, Numbered } from '../facts.ts'
import { weeksOf } from '../weeks.ts'

/** One pairing over time. */
export interface MomentumLine {
  readonly number: number
  /** Of the two, where the report was asked for names. */
  readonly names: string | undefined
  /** By week; `undefined` until it was formal. */
  readonly levels: ReadonlyArray<View.Level | undefined>
  /** As it stands, or stood when the cohort was about to close. */
  readonly stands: View.Level | undefined
  /** Sessions held by week. */
  readonly held: ReadonlyArray<number>
}

/** Every pairing that is or was formal, from the first week in which one was. */
export interface MomentumOverTime {
  readonly weeks: ReadonlyArray<Values.Instant>
  readonly daysOfWeek: number
  /** Whether the last column ends with the close, and so with every pairing. */
  readonly closed: boolean
  readonly lines: ReadonlyArray<MomentumLine>
}

const namesOf = ({ input, known }: Facts, { pairing }: Numbered): string | undefined => {
  const name = (participant: Values.ParticipantId) =>
    known.has(participant) ? input.nameOf?.(participant) : undefined
  const names = [name(pairing.mentor), name(pairing.mentee)].filter((each) => each !== undefined)
  return names.length === 0 ? undefined : names.join(' & ')
}

const column = (instant: Values.Instant, first: Values.Instant, days: number): number =>
  Math.floor((Values.millis(instant) - Values.millis(first)) / (days * Values.DAY))

const heldByWeek = (
  { held }: Numbered,
  weeks: ReadonlyArray<Values.Instant>,
  days: number,
): ReadonlyArray<number> => {
  const counts = weeks.map(() => 0)
  for (const { began } of held) {
    const at = column(began, weeks[0] ?? began, days)
    const within = Math.min(Math.max(at, 0), counts.length - 1)
    counts[within] = (counts[within] ?? 0) + 1
  }
  return counts
}

/** The level of each pairing at the end of each week, by what is known now. */
export const momentumOverTime = (facts: Facts): MomentumOverTime => {
  const { weeks: all, standing, days } = weeksOf(facts)
  const first = all.findIndex(({ levels }) => levels.size > 0)
  const shown = first < 0 ? [] : all.slice(first)
  const weeks = shown.map(({ from }) => from)
  const lines = facts.formal.map((numbered) => ({
    number: numbered.number,
    names: namesOf(facts, numbered),
    levels: shown.map(({ levels }) => levels.get(numbered.pairing.pairing)),
    stands: standing.get(numbered.pairing.pairing),
    held: heldByWeek(numbered, weeks, days),
  }))
  const closed = facts.input.answers.cohort.closedAt !== undefined
  return { weeks, daysOfWeek: days, closed, lines }
}
