/** Commands in, events stored, views kept: the runtime of reverse-mentoring cohorts. */
export { openCohorts, type Cohorts, type CohortsOptions, type Origin } from './cohorts.ts'
export type { Answer, HandleFailure } from './commit-batch.ts'
export {
  drafting,
  type Draft,
  type DraftedPair,
  type DraftFailure,
  type DraftOptions,
} from './draft.ts'
export { defaultPatience, patiently, type Patience } from './patience.ts'
export { enrolling, erasing, type Erasure } from './people.ts'
export { standardViews, type KeptView } from './projected.ts'
export { openProjector, type Progress, type Projector, type ProjectorOptions } from './projector.ts'
export { promise, promises, type Failed, type Promised } from './promises.ts'
export { readCohort, type Loaded, type ReadFailure, type Unreadable } from './read-cohort.ts'
export { Receipt, receipts, type Receipted, type Receipts } from './receipt.ts'
export { recordingOf, strike, type DraftPair, type Recording } from './record-draft.ts'
export type { Sources } from './sources.ts'
export { now, randomId, systemSources } from './system-sources.ts'
export { due, keepTime } from './timekeeper.ts'
