import type { EventType } from '../cohort/event/event.ts'
import type { JsonObject } from './record.ts'

/** Brings the data of one schema version to the next one. Total: nonsense in, nonsense out, for the codec to refuse. */
export type Upcaster = (data: JsonObject) => JsonObject

/** A run was recorded whole before it could be recorded in parts. */
const wholeRun: Upcaster = (data) => ({ ...data, part: 1, of: 1 })

/** Schema 2 names who opens a cohort as its coordinator; before it, nobody was named. */
const anybodyCoordinates: Upcaster = (data) => ({ ...data, anybodyCoordinates: true })

const steps: Readonly<Partial<Record<EventType, ReadonlyArray<Upcaster>>>> = {
  CohortOpened: [anybodyCoordinates],
  MatchingRan: [wholeRun],
}

/** The steps from the first schema of an event to its newest; none of one that never changed. */
export const upcasters: ReadonlyMap<string, ReadonlyArray<Upcaster>> = new Map(
  Object.entries(steps),
)
