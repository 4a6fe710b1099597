/** Processes that live on the same ports, and are killed. */
export { begin, hearing, killedAfter, type Begun } from './begin.ts'
