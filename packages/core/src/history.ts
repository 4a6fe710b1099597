export type { Broken, Rule } from './history/broken.ts'
export * from './history/check-history.ts'
