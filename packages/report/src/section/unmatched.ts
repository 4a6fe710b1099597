import { View, type Values } from '@reverse-mentoring/core'
import { labelOf, type Facts } from '../facts.ts'

/** Somebody who waits for a pairing, and what of the cause can be told. */
export interface Unmatched {
  /** Among all enrolments, by when they were made; it stays. */
  readonly number: number
  readonly role: Values.Role
  readonly name: string | undefined
  readonly since: Values.Instant
  /** What is still missing before a match. */
  readonly missing: View.RosterRow['missing']
  /** What the last matching that met them waiting said, and when; with what a limit that was reached is called. */
  readonly left:
    (Pick<View.LeftWaiting, 'at' | 'reason'> & { readonly limit: string | undefined }) | undefined
}

const byEnrolment = (a: View.RosterRow, b: View.RosterRow): number =>
  a.enrolledAt < b.enrolledAt || (a.enrolledAt === b.enrolledAt && a.enrolment < b.enrolment)
    ? -1
    : 1

const leftOf = (facts: Facts, { leftWaiting }: View.RosterRow): Unmatched['left'] => {
  if (leftWaiting === undefined) return undefined
  const { at, reason, limit } = leftWaiting
  return { at, reason, limit: limit && labelOf(facts, limit) }
}

/** Who waits, the longest first: that nobody suits them is told, and not whether by a line, a conflict or a no (INV36). */
export const unmatched = (facts: Facts): ReadonlyArray<Unmatched> => {
  const { input } = facts
  const { roster } = input.answers
  const numbers = new Map(
    [...roster].sort(byEnrolment).map(({ enrolment }, i) => [enrolment, i + 1]),
  )
  return View.waitingList(roster).map((row) => ({
    number: numbers.get(row.enrolment) ?? 0,
    role: row.role,
    name: input.nameOf?.(row.participant),
    since: row.waitingSince ?? row.enrolledAt,
    missing: row.missing,
    left: leftOf(facts, row),
  }))
}
