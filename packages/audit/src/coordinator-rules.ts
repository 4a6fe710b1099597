import type { Event } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import type { Memory } from './memory.ts'

/** INV41, of coordinators: who speaks as one is named, unless the opening is of a schema that named nobody. */
export const coordinatorFaults = (
  { coordinators, people }: Memory,
  { type, by }: Event.CohortEvent,
): ReadonlyArray<Fault> => {
  if (by.role !== 'coordinator' || type === 'CohortOpened') return []
  const isNamed = coordinators === undefined || coordinators.has(by.id)
  return [
    ...faultIf(!isNamed, 'INV41', 'said by a coordinator who is not named'),
    ...faultIf(people.has(by.id), 'INV41', 'said by a coordinator who is or was enrolled'),
  ]
}

/** The opening names who opens, in the schema that names anybody; after that each list stands until the next one. */
export const rememberCoordinators = (memory: Memory, event: Event.CohortEvent): void => {
  if (event.type === 'CoordinatorsNamed') memory.coordinators = new Set(event.coordinators)
  if (event.type !== 'CohortOpened' || memory.opened !== event) return
  memory.coordinators = event.anybodyCoordinates === true ? undefined : new Set([event.by.id])
}
