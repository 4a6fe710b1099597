import type { Cohort, Pair, Person } from './cohort.ts'
import { findPair } from './find.ts'
import { inOneLine } from './in-one-line.ts'

/** Whether something private stands between two people: a declared conflict, a bar, an earlier no, a live pairing. */
export const isForbidden = (pair: Pair): boolean =>
  pair.barred ||
  pair.refused ||
  pair.live !== undefined ||
  Object.values(pair.declared).some((declared) => declared.value)

/** Whether the two may be paired as far as they themselves go: the junior mentors the senior, nothing forbids it (INV2–5, 7). */
export const isAdmissible = (cohort: Cohort, mentor: Person, mentee: Person): boolean => {
  const junior = mentor.seniority?.value
  const senior = mentee.seniority?.value
  if (mentor.participant === mentee.participant) return false
  if (junior === undefined || senior === undefined || junior >= senior) return false
  return (
    !inOneLine(cohort, mentor, mentee) &&
    !isForbidden(findPair(cohort, mentor.participant, mentee.participant))
  )
}
