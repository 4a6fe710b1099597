import { Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { isGone, isUndeleted } from './deleted.ts'
import { type Read, type Sent, sentOf } from './event.ts'
import { type ReadFailure, appendFailureOf } from './failure.ts'
import type { HeldClient } from './held-client.ts'
import type { KnownHeads } from './known-heads.ts'
import { type Settings, isSendable } from './options.ts'
import type { Reading } from './reading.ts'

type Refused = Port.Conflict | Port.TooLarge | Port.Misused | Port.Unavailable
type Answer<A> = Promise<E.Either<Refused, A>>

/** A batch that is ready to be sent. */
export interface Batch {
  readonly stream: string
  readonly expected: Stored.Revision
  readonly sent: ReadonlyArray<Sent>
  readonly last: string
  readonly after: string | undefined
}

/** A batch as it is sent; nothing is sent that no server takes. */
export const batchOf = (
  { mostBytes }: Settings,
  ...[stream, expected, records, after]: Parameters<Port.EventStore['append']>
): E.Either<Port.Misused | Port.TooLarge, Batch> => {
  const fault = Port.appendFault(expected, records)
  if (fault !== undefined) return E.left(fault)
  if (!isSendable(stream))
    return E.left(Port.misused('half a character stands in the name of the stream'))
  const sent = E.traverseArray(sentOf)(records)
  if (E.isLeft(sent)) return sent
  const bytes = sent.right.reduce((sum, one) => sum + one.bytes, 0)
  if (bytes > mostBytes) return E.left(Port.tooLarge(mostBytes, 'bytes'))
  const last = records.at(-1)?.id ?? ''
  return E.right({ stream, expected, sent: sent.right, last, after })
}

/** How batches are appended. */
export const appendingTo = (
  { prefix, mostBytes }: Settings,
  held: HeldClient,
  reading: Reading,
  heads: KnownHeads,
) => {
  const failureOf = appendFailureOf(mostBytes)

  /** Whether what the batch was made after stands there: the server itself compares only numbers. */
  const isAfter = async ({
    stream,
    expected,
    after,
  }: Batch): Promise<E.Either<ReadFailure, boolean>> => {
    if (expected === 0)
      return E.map(() => after === undefined)(await isUndeleted(held, prefix + stream))
    if (after === undefined || heads.isKnown(stream, expected, after)) return E.right(true)
    const found = await reading.ofStream(stream, expected - 1, 1)
    // Of what is damaged nobody can say that it is another; where nothing stands, the server refuses.
    return E.map(([at]: ReadonlyArray<Read>) => (at?.record?.id ?? after) === after)(found)
  }
  const conflict = async (stream: string, actual?: number): Answer<never> => {
    const head = actual === undefined ? await reading.headOf(stream) : E.right(actual)
    return E.isLeft(head) ? head : E.left(Port.conflict(head.right))
  }
  const send = ({ stream, expected, sent }: Batch) =>
    held.ask('appends', failureOf, (client) =>
      client.appendToStream(
        prefix + stream,
        sent.map(({ event }) => event),
        { streamState: expected === 0 ? 'no_stream' : BigInt(expected - 1) },
      ),
    )

  return async (batch: Batch): Answer<Port.Appended> => {
    const { stream, expected, sent, last } = batch
    const isThere = await isAfter(batch)
    if (E.isLeft(isThere)) return isThere
    if (!isThere.right) return conflict(stream)
    const answer = await send(batch)
    heads.forget(stream)
    if (E.isLeft(answer)) {
      const { left } = answer
      return left._tag === 'WrongRevision' ? conflict(stream, left.actual) : E.left(left)
    }
    // A client that is told not to throw says so, and a wrong number.
    if (!answer.right.success) return conflict(stream)
    const revision = expected + sent.length
    if (Number(answer.right.nextExpectedRevision) + 1 !== revision) return E.left(isGone)
    heads.keep(stream, { revision, id: last })
    return E.right({ revision })
  }
}
