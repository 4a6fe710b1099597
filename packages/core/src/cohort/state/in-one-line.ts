import type { Cohort, Person } from './cohort.ts'
import { directManagers, lineOf } from './line.ts'

/** Whether two people are in one line of management as the cohort forbids it (INV4). Unknown chains are in nobody's line. */
export const inOneLine = (cohort: Cohort, a: Person, b: Person): boolean => {
  const [line, other] = [lineOf(a)?.value, lineOf(b)?.value]
  const isAbove =
    line?.chain.includes(b.participant) === true || other?.chain.includes(a.participant) === true
  if (isAbove) return true
  if (cohort.opened?.rules.sameManager !== 'forbidden') return false
  if (line === undefined || other === undefined) return false
  const managers = directManagers(other)
  return directManagers(line).some((manager) => managers.includes(manager))
}
