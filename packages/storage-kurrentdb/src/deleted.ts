import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { ReadFailure } from './failure.ts'
import type { HeldClient } from './held-client.ts'
import { reading } from './question.ts'

/** Events before this revision cannot be read any more, as the metadata of a stream says it. */
const truncatedBefore = (data: unknown): number => {
  const before: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, '$tb') : 0
  return typeof before === 'number' ? before : 0
}

export const isGone: Port.Misused = Port.misused(
  'events of this stream were deleted on the server, and a cohort needs all of them: restore them from a back-up',
)

/**
 * Whether nothing of a stream was deleted. The client's own reading of metadata gives a place in the log for a revision,
 * and rounds the mark of a deletion; so they are read as what they are, the last event of a stream.
 */
export const isUndeleted = async (
  held: HeldClient,
  name: string,
): Promise<E.Either<ReadFailure, undefined>> => {
  const answer = await reading(held, async (client) => {
    const last = { direction: 'backwards', fromRevision: 'end', maxCount: 1 } as const
    for await (const { event } of client.readStream(`$$${name}`, last))
      return truncatedBefore(event?.data)
    return 0
  })
  if (E.isLeft(answer)) return answer
  return (answer.right ?? 0) > 0 ? E.left(isGone) : E.right(undefined)
}
