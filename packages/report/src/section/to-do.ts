import { Values, type View } from '@reverse-mentoring/core'
import type { Facts, Names, Numbered } from '../facts.ts'

/** Why somebody is to be spoken to, the most pressing first. */
export const reasons = ['conflict', 'dormant', 'stalled', 'unrecorded', 'nothing-planned'] as const
export type Reason = (typeof reasons)[number]

/** A pairing that wants looking after. */
export interface ToDo {
  readonly number: number
  readonly names: Names
  readonly whom: 'mentor' | 'mentee' | 'both'
  /** In the order of `reasons`; at least one. */
  readonly because: ReadonlyArray<Reason>
  readonly inARow: View.Run
  readonly last: Values.Instant | undefined
  /** The planned start of the first session of which nothing is recorded. */
  readonly unrecorded: Values.Instant | undefined
}

/** Days that people are left to record a session, or to plan the next one, before somebody asks. */
const DAYS_TO_RECORD = 2
const DAYS_TO_PLAN = 7

const isBefore = (at: Values.Instant, days: number, asOf: Values.Instant): boolean =>
  Values.millis(asOf) - Values.millis(at) > days * Values.DAY

const latest = (...instants: ReadonlyArray<Values.Instant | undefined>): Values.Instant =>
  instants.flatMap((at) => at ?? []).reduce(Values.later)

/** Who is to be spoken to: who cancelled, or who schedules; both where it is neither of them more than the other. */
const whomOf = (
  because: ReadonlyArray<Reason>,
  { byMentee, byMentor }: View.Run,
  scheduler: ToDo['whom'],
): ToDo['whom'] => {
  if (because.includes('conflict') || because.includes('dormant')) return 'both'
  if (!because.includes('stalled')) return scheduler
  return byMentee > byMentor ? 'mentee' : byMentor > byMentee ? 'mentor' : 'both'
}

const toDoOf = (
  facts: Facts,
  { number, names, pairing, held }: Numbered,
  row: View.ShownMomentum,
): ToDo | undefined => {
  const { asOf, cohort } = facts.input.answers
  const { scheduler, plannedSessions } = cohort.rules
  const { formalAt, lastHeld, pauseEnded, planned, paused, nextPlanned, level } = row
  if (row.endedAt !== undefined) return undefined
  const open = planned.find((at) => isBefore(at, DAYS_TO_RECORD, asOf))
  const since = latest(formalAt, lastHeld, pauseEnded, ...planned.filter((at) => at < asOf))
  const isIdle = nextPlanned === undefined && !paused && isBefore(since, DAYS_TO_PLAN, asOf)
  const holds: Readonly<Record<Reason, boolean>> = {
    conflict: pairing.conflict,
    dormant: level === 'dormant',
    stalled: row.flagged,
    unrecorded: open !== undefined,
    'nothing-planned': isIdle && held.length < plannedSessions,
  }
  const because = reasons.filter((reason) => holds[reason])
  if (because.length === 0) return undefined
  const whom = whomOf(because, row.inARow, scheduler === 'either' ? 'both' : scheduler)
  const { inARow } = row
  return { number, names, whom, because, inARow, last: lastHeld, unrecorded: open }
}

const rank = ({ because }: ToDo): number => reasons.findIndex((reason) => because.includes(reason))

/** Every live formal pairing that wants looking after, the most pressing first, then by number. */
export const toDo = (facts: Facts): ReadonlyArray<ToDo> => {
  const rows = new Map(facts.input.answers.momentum.map((row) => [row.pairing, row]))
  return facts.formal
    .flatMap((numbered) => {
      const row = rows.get(numbered.pairing.pairing)
      return row === undefined ? [] : (toDoOf(facts, numbered, row) ?? [])
    })
    .sort((a, b) => rank(a) - rank(b) || a.number - b.number)
}
