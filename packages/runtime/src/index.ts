/** Commands in, events stored, views kept, questions answered: the runtime of reverse-mentoring cohorts. */
export type { Cohorts, Origin } from './cohort/cohorts.ts'
export type { Answer, HandleFailure } from './cohort/commit-batch.ts'
export type { Defect } from './cohort/defect.ts'
export type { Loaded } from './cohort/loaded.ts'
export { readCohort } from './cohort/read-cohort.ts'
export { explainUnreadable, type ReadFailure, type Unreadable } from './cohort/unreadable.ts'
export type { AuditorDesk } from './desk/auditor-desk.ts'
export type { CoordinatorDesk, CoordinatorFailure } from './desk/coordinator-desk.ts'
export type { OperatorDesk, ParkedView } from './desk/operator-desk.ts'
export type { ParticipantDesk } from './desk/participant-desk.ts'
export { openEngine, type Engine } from './engine/engine.ts'
export type { EngineOptions } from './engine/options.ts'
export type { Trouble } from './engine/trouble.ts'
export { explainFailure, type EngineFailure } from './explain.ts'
export type { Draft, DraftedPair, DraftFailure, DraftOptions } from './matching/draft.ts'
export type { Recorded } from './matching/recording.ts'
export { recordingsOf, strike, type DraftPair, type Recording } from './matching/record-draft.ts'
export type { Delayed, EraseFailure, Erasure, ErasureDone } from './people/erasing.ts'
export { defaultPatience, type Patience } from './port/patience.ts'
export type { Progress } from './projection/catch-up.ts'
export type { Halted } from './projection/halted.ts'
export type { KeptView } from './projection/kept-view.ts'
export type { Stopped } from './projection/stopped.ts'
export type { AwaitFailure } from './projection/projector.ts'
export { promise, promises, type Failed, type Promised } from './promises.ts'
export {
  everyPage,
  type AskFailure,
  type Page,
  type PageAsked,
  type UnreadableRow,
} from './question/ask.ts'
export type { PageToken } from './question/page-token.ts'
export { Receipt } from './receipt.ts'
export type { Sources } from './sources.ts'
export { now, randomId, systemSources } from './system-sources.ts'
export { due } from './time/due.ts'
export type { Tick, TickFailure } from './time/timekeeper.ts'
