import type { Event } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import type { Memory } from './memory.ts'

/** INV1: one standing enrolment per participant and role. */
export const enrolmentFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  if (event.type !== 'Enrolled') return []
  const standing = memory.people.get(event.participant)?.[event.role].standing
  return faultIf(standing !== undefined, 'INV1', 'enrolled in this role already')
}
