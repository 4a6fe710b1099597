/** What judges a recorded history, written apart from what decided it. */
export type { Broken, Rule } from './broken.ts'
export { checkHistory } from './check-history.ts'
export { proofCheck, type Head, type Heads, type ProofCheck, type Unproved } from './proof-check.ts'
