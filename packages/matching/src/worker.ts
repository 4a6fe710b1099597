export { policyInWorker } from './worker/policy-in-worker.ts'
export type { PolicyInWorker } from './worker/policy-in-worker.ts'
