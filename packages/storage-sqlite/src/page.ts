import { Port } from '@reverse-mentoring/core'
import * as TE from 'fp-ts/lib/TaskEither.js'

/** Goes on where the page that is asked for makes sense. */
export const sensible = (
  page: Parameters<typeof Port.pageFault>[0],
): TE.TaskEither<Port.Unavailable, void> => {
  const fault = Port.pageFault(page)
  return fault === undefined ? TE.right(undefined) : TE.left(fault)
}
