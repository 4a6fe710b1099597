import type { Cohort, Person } from './cohort.ts'

/** Whether two people are in one line of management as the cohort forbids it (INV4). Unknown chains are in nobody's line. */
export const inOneLine = (cohort: Cohort, a: Person, b: Person): boolean => {
  const above = a.chain?.value ?? []
  const aboveOther = b.chain?.value ?? []
  if (above.includes(b.participant) || aboveOther.includes(a.participant)) return true
  if (cohort.opened?.rules.sameManager !== 'forbidden') return false
  return above[0] !== undefined && above[0] === aboveOther[0]
}
