import * as E from 'fp-ts/lib/Either.js'
import type { IOEither } from 'fp-ts/lib/IOEither.js'
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

/** The page that is asked for, if any store answers it. */
export const soundPage =
  <P extends Parameters<typeof pageFault>[0]>(page: P): IOEither<Misused, P> =>
  () => {
    const fault = pageFault(page)
    return fault === undefined ? E.right(page) : E.left(fault)
  }
