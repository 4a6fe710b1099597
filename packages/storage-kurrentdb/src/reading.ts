import { Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { beginning, positionOf } from './checkpoint.ts'
import { isGone, isUndeleted } from './deleted.ts'
import { type Read, pageOf, readOf } from './event.ts'
import type { ReadFailure } from './failure.ts'
import type { HeldClient } from './held-client.ts'
import { filterOf } from './filter.ts'
import { reading } from './question.ts'

type Answer<A> = Promise<E.Either<ReadFailure, A>>

/** How streams and the log of this prefix are read. */
export const readingOf = (held: HeldClient, prefix: string) => {
  const filter = filterOf(prefix)

  /** Up to `limit` events of a stream after a revision; none where it was never written. */
  const ofStream = async (
    stream: string,
    after: Stored.Revision,
    limit: number,
  ): Answer<ReadonlyArray<Read>> => {
    const name = prefix + stream
    const answer = await reading(held, async (client) => {
      const read: Array<Read> = []
      const events = client.readStream(name, { fromRevision: BigInt(after), maxCount: limit })
      for await (const { event } of events)
        if (event !== undefined) read.push(readOf(event, prefix))
      return read
    })
    if (E.isLeft(answer)) return answer
    if (answer.right === undefined)
      return E.map((): ReadonlyArray<Read> => [])(await isUndeleted(held, name))
    const isWhole = answer.right.every(({ place }, i) => place.revision === after + i + 1)
    return isWhole ? E.right(answer.right) : E.left(isGone)
  }

  /** Where a stream ends. */
  const headOf = async (stream: string): Answer<Stored.Revision> => {
    const answer = await reading(held, async (client) => {
      const last = { direction: 'backwards', fromRevision: 'end', maxCount: 1 } as const
      for await (const { event } of client.readStream(prefix + stream, last))
        return Number(event?.revision ?? -1n) + 1
      return 0
    })
    return E.map((revision: number | undefined) => revision ?? 0)(answer)
  }

  /** Up to `limit` events of all streams from a checkpoint on, its own included. */
  const ofLog = async (after: string, limit: number): Answer<ReadonlyArray<Read> | undefined> => {
    const fromPosition = after === beginning ? 'start' : positionOf(after)
    if (fromPosition === undefined) return E.right(undefined)
    return reading(held, async (client) => {
      const read: Array<Read> = []
      const events = client.readAll({ fromPosition, filter, maxCount: limit })
      for await (const { event } of events)
        if (event !== undefined) read.push(readOf(event, prefix))
      return read
    })
  }

  const logPage = async (after: string, limit: number): Answer<Port.LogPage> => {
    const isFirst = after === beginning
    const answer = await ofLog(after, limit + (isFirst ? 1 : 2))
    if (E.isLeft(answer)) return answer
    const read = answer.right ?? []
    if (!isFirst && read[0]?.place.checkpoint !== after)
      return E.left(Port.misused('not a checkpoint of this log'))
    const page = pageOf(isFirst ? read : read.slice(1), limit)
    const end = (page.damaged ?? page.records.at(-1))?.checkpoint
    return E.right({ ...page, next: end ?? after })
  }

  const head = async (): Answer<Stored.Checkpoint> => {
    const answer = await reading(held, async (client) => {
      const last = { direction: 'backwards', fromPosition: 'end', maxCount: 1 } as const
      for await (const { event } of client.readAll({ ...last, filter }))
        if (event !== undefined) return readOf(event, prefix).place.checkpoint
      return beginning
    })
    return E.map((checkpoint: string | undefined) => checkpoint ?? beginning)(answer)
  }

  return { ofStream, headOf, logPage, head }
}

export type Reading = ReturnType<typeof readingOf>
