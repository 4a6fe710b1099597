import type { EventType } from '../cohort/event/event.ts'
import type { Upcaster } from './registry.ts'

/** A run was recorded whole before it could be recorded in parts. */
const wholeRun: Upcaster = (data) => ({ ...data, part: 1, of: 1 })

const steps: Readonly<Partial<Record<EventType, ReadonlyArray<Upcaster>>>> = {
  MatchingRan: [wholeRun],
}

/** The steps from the first schema of an event to its newest; none of one that never changed. */
export const upcasters: ReadonlyMap<string, ReadonlyArray<Upcaster>> = new Map(
  Object.entries(steps),
)
