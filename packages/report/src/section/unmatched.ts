import { View, type Values } from '@reverse-mentoring/core'
import type { Facts } from '../facts.ts'

/** Somebody who waits for a pairing, and what of the cause can be told. */
export interface Unmatched {
  /** Among all enrolments, by when they were made; it stays. */
  readonly number: number
  readonly role: Values.Role
  readonly name: string | undefined
  readonly since: Values.Instant
  /** What is still missing before a match. */
  readonly missing: View.RosterRow['missing']
}

const byEnrolment = (a: View.RosterRow, b: View.RosterRow): number =>
  a.enrolledAt < b.enrolledAt || (a.enrolledAt === b.enrolledAt && a.enrolment < b.enrolment)
    ? -1
    : 1

/** Who waits, the longest first: why nobody suits them is not told, for a line, a conflict and a no are one. */
export const unmatched = ({ input }: Facts): ReadonlyArray<Unmatched> => {
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
  }))
}
