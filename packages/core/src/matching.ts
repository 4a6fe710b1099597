export type * from './matching/certificate.ts'
export type * from './matching/pool.ts'
export type * from './matching/problem.ts'
export type * from './matching/result.ts'
