export { directoryLaws } from './laws/directory.ts'
export { eventStoreLaws } from './laws/event-store.ts'
export { inMemory, type Law, type NewPlace, type Opened, type Place } from './laws/law.ts'
export { policyLaws, type PolicyLawOptions } from './laws/policy.ts'
export { arbitraryPool, type PoolShape } from './policy/arbitrary-pool.ts'
export { viewStoreLaws } from './laws/view-store.ts'
export { checkInvariant, invariants, type Invariant, type Trial } from './invariants.ts'
export { checkRuntime, type RuntimeTrial } from './simulation/check-runtime.ts'
export {
  failingDirectory,
  failingStore,
  failingViewStore,
  type Failing,
} from './simulation/unreliable.ts'
export { simulate, type Ports, type Simulation } from './simulation/simulate.ts'
export { given, givenNonsense, type Asked } from './given.ts'
/** Readable worked examples: who there is, what has happened, and the beginnings `B`, `P` and `F`. */
export * as Scene from './scene.ts'
export { arbitraryCommand, arbitraryHistory, arbitraryWalk } from './walk/arbitrary.ts'
export type {
  Activity,
  Also,
  Beginning,
  CommandOptions,
  Weights,
  WalkOptions,
} from './walk/options.ts'
export {
  theCore,
  walkAlong,
  walkOver,
  type AnyView,
  type Core,
  type Step,
  type Walk,
} from './walk/walk.ts'
