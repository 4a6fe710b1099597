export { concat, empty, of, recorded } from './criteria/criteria.ts'
export type { Criteria } from './criteria/criteria.ts'
