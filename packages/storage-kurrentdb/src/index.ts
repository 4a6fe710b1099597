/** The event store port on KurrentDB. */
export { kurrentEventStore, type KurrentEventStore } from './event-store.ts'
export type { KurrentOptions } from './options.ts'
