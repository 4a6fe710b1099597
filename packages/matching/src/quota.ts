export { quota } from './quota/quota.ts'
export type { Quota } from './quota/quota.ts'
export type { ProgrammeData, Solver, SolverModel } from './quota/solver.ts'
