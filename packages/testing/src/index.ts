export { eventStoreLaws } from './laws/event-store.ts'
export { inMemory, type Law, type NewPlace, type Opened, type Place } from './laws/law.ts'
