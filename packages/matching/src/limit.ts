export { atLeast, atMost, together } from './limit/limit.ts'
export type { Amount, AtLeast, AtMost, Group, Limit, Together } from './limit/limit.ts'
