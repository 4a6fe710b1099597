export * from './view/cohort-list.ts'
export * from './view/cohort-roster.ts'
export * from './view/consent-ledger.ts'
export type { DaysToFormal } from './view/days-to-formal.ts'
export * from './view/due-list.ts'
export * from './view/matching-runs.ts'
export * from './view/momentum.ts'
export * from './view/my-pairings.ts'
export * from './view/pairing-board.ts'
export * from './view/place.ts'
export {
  publishMetrics,
  shareOf,
  type Earlier,
  type Publication,
} from './view/programme-metrics.ts'
export type { Figure } from './view/metrics-memory.ts'
export { publications, publishing } from './view/publications.ts'
export * from './view/session-calendar.ts'
export { cancelledByParty, noRun, runAfter, type Run } from './view/session-order.ts'
export * from './view/standard-views.ts'
export * from './view/topic-mix.ts'
export * from './view/view.ts'
