export type { Keys } from './engine/canonical.ts'
export { type Engine, chooseEngine } from './engine/choose.ts'
export { greedy, random } from './engine/greedy.ts'
export type {
  BeyondExact,
  Cancelled,
  EngineFault,
  OnProgress,
  Overlap,
  Solution,
  Uncounted,
  Unmet,
} from './engine/solution.ts'
export { type SolveFault, type SolveOptions, solve } from './engine/solve.ts'
export { type Proposing, type Ranks, ranksByScore, stable } from './engine/stable.ts'
export { bestPairs } from './engine/best-pairs.ts'
export { everyPair } from './engine/every-pair.ts'
export {
  type PairScorer,
  type Row,
  type Sides,
  withPairs,
  withoutPairs,
} from './engine/pair-scorer.ts'
export { type PricedSolution, priceAndAdd } from './engine/price-and-add.ts'
