import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { IOEither } from 'fp-ts/lib/IOEither.js'

type Page = Parameters<typeof Port.pageFault>[0]

/** The page that is asked for, if it makes sense. */
export const sensible =
  <P extends Page>(page: P): IOEither<Port.Misused, P> =>
  () => {
    const fault = Port.pageFault(page)
    return fault === undefined ? E.right(page) : E.left(fault)
  }
