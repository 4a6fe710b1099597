/** Exact, stable and baseline matching on numbers: who is paired with whom, and the proof. */
export * as Engine from './engine.ts'
