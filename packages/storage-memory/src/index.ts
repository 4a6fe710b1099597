export { memoryDirectory } from './directory.ts'
export { memoryEventStore, type MemoryEventStoreOptions } from './event-store.ts'
export { memoryOutbox } from './outbox.ts'
export { memoryViewStore } from './view-store.ts'
