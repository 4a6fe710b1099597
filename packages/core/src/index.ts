/** The life of a reverse-mentoring cohort, pure: no clock, no chance, no ids of its own, no IO. */
export * as Cohort from './cohort.ts'
export * as Command from './command.ts'
export * as Event from './event.ts'
export * as Matching from './matching.ts'
export * as Port from './port.ts'
export * as Stored from './stored.ts'
export * as Values from './values.ts'
export * as View from './view.ts'
