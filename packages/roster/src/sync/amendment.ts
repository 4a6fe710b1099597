import type { Cohort, Command, Values } from '@reverse-mentoring/core'
import type { RosterPerson } from '../roster.ts'

/** What a source states otherwise than the cohort has it. */
export interface Amendment {
  readonly values: Omit<Command.AmendEnrolment, 'type' | 'cohort' | 'at' | 'by' | 'enrolment'>
  /** In words: `seniority 4 → 5`. */
  readonly what: string
}

const sameCodes = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join()

type Shown = number | ReadonlyArray<string> | undefined

const shown = (value: Shown): string => {
  if (value === undefined) return 'unknown'
  return typeof value === 'number' ? String(value) : value.join(' ') || 'none'
}

/** What a source states of an enrolment otherwise than it stands; what it leaves open stays as it is. */
export const amendmentOf = (
  { seniority, capacity, hours, offered, sought }: RosterPerson,
  enrolment: Cohort.Enrolment,
  person: Cohort.Person | undefined,
  role: Values.Role,
): Amendment | undefined => {
  const standing: Readonly<Record<string, Shown>> = {
    seniority: person?.seniority?.value,
    capacity: enrolment.capacity.value,
    hours: person?.[role].hours?.value,
    offered: enrolment.offered.value,
    sought: enrolment.sought.value,
  }
  const values = {
    ...(seniority !== standing['seniority'] && { seniority }),
    ...(capacity !== undefined && capacity !== standing['capacity'] && { capacity }),
    ...(hours !== undefined && hours !== standing['hours'] && { hours }),
    ...(offered.length > 0 && !sameCodes(offered, enrolment.offered.value) && { offered }),
    ...(sought.length > 0 && !sameCodes(sought, enrolment.sought.value) && { sought }),
  }
  const what = Object.entries(values).map(
    ([name, value]) => `${name} ${shown(standing[name])} → ${shown(value)}`,
  )
  return what.length === 0 ? undefined : { values, what: what.join(', ') }
}
