import type { Revision } from '../stored/record.ts'
import { misused, type Misused } from './failure.ts'

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** Why no store answers this page, if it does not: it has no room, or starts after a revision that is no count. */
export const pageFault = (page: {
  readonly after?: unknown
  readonly limit: number
}): Misused | undefined => {
  if (!isCount(page.limit) || page.limit === 0) return misused('a page needs room for at least one')
  if (typeof page.after === 'number' && !isCount(page.after satisfies Revision))
    return misused('a page starts after a whole number from 0')
  return undefined
}
