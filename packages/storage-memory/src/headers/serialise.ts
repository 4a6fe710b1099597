import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { write, type Text } from '../text.ts'

/** The header that a change makes, as it is kept, and nothing that its type does not know. */
export const serialiseHeader = ({ after, header }: Pick<Port.ViewChange, 'after' | 'header'>) => {
  const { revision, record, parked, frame } = header
  return pipe(
    write({ version: after + 1, revision, record, parked, frame }),
    E.map(({ json }): Text<Port.Header> => ({ json })),
  )
}
