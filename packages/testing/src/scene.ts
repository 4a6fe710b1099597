export * from './scene/ids.ts'
export * from './scene/pairing.ts'
export * from './scene/people.ts'
export * from './scene/the.ts'
