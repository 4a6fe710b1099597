export { runInWorker } from './worker/run-in-worker.ts'
export type { WorkerRun } from './worker/run-in-worker.ts'
