export { directoryLaws } from './laws/directory.ts'
export { eventStoreLaws } from './laws/event-store.ts'
export { directoryDiskLaws } from './laws/disk/directory.ts'
export type { Disk, DiskModule, OpenIn } from './laws/disk/disk.ts'
export { eventStoreDiskLaws } from './laws/disk/event-store.ts'
export { viewStoreDiskLaws } from './laws/disk/view-store.ts'
export type { Law } from './laws/law.ts'
export { onDisk } from './laws/on-disk.ts'
export { inMemory, type NewPlace, type Opened, type Place } from './laws/place.ts'
export {
  asyncPolicyLaws,
  policyLaws,
  type AsyncPolicyLawOptions,
  type PolicyLawOptions,
} from './laws/policy.ts'
export { arbitraryPool, type PoolShape } from './policy/arbitrary-pool.ts'
export { outboxLaws } from './laws/outbox.ts'
export { viewStoreLaws } from './laws/view-store.ts'
export { checkInvariant, invariants, type Invariant, type Trial } from './invariants.ts'
export { newFaults, type FaultKind, type FaultOptions, type Faults } from './faults/faults.ts'
export { faultyDirectory } from './faults/faulty-directory.ts'
export { faultyEventStore, type FaultyStoreOptions } from './faults/faulty-event-store.ts'
export { faultyPolicy } from './faults/faulty-policy.ts'
export { faultySources } from './faults/faulty-sources.ts'
export { faultyViewStore } from './faults/faulty-view-store.ts'
export type { Ports } from './simulation/on-schedule.ts'
export { simulate, type Simulation, type SimulationOptions } from './simulation/simulate.ts'
/** Chance that is the same for the same seed. */
export { below, seeded, type Chance } from './seeded.ts'
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
export { theCore, type AnyView, type Core } from './walk/core.ts'
export { walkAlong, walkOver, type Step, type Walk } from './walk/walk.ts'
