export * from './cohort/carry-over.ts'
export * from './cohort/decide.ts'
export * from './cohort/evolve.ts'
export * from './cohort/explain.ts'
export * from './cohort/state/asked.ts'
export * from './cohort/state/admissible.ts'
export * from './cohort/state/cohort.ts'
export type * from './cohort/state/dated.ts'
export * from './cohort/state/find.ts'
export * from './cohort/state/line.ts'
export * from './cohort/state/ready.ts'
export {
  entriesOf,
  get,
  has,
  keysOf,
  sizeOf,
  valuesOf,
  type Table,
} from './cohort/state/table.ts'
