import type { Row } from './row.ts'

/** A row without anything to compare with, and why. */
export const absent = (work: string, why: string): Row => ({
  work,
  here: '–',
  comparedWith: why,
  ratio: Number.NaN,
  bar: '–',
})
