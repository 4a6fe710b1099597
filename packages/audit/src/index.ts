/** What judges a recorded history, written apart from what decided it. */
export type { Broken, Rule } from './broken.ts'
export { checkHistory } from './check-history.ts'
export { proofCheck, type CheckedPage, type ProofCheck } from './proof-check.ts'
