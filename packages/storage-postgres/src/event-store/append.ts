import { Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { key, write } from '../text.ts'

/** What is appended, as it is sent: its records by their ids, as JSON within JSON. */
export interface Written {
  readonly expected: Stored.Revision
  readonly size: number
  /** JSON of stream, expected revision, the record before, and the records. */
  readonly json: string
}

/** Bytes of one append at the most. The engine sends less than one of 16 million. */
export const most = 16_000_000

/** What the server made of one append. */
export type Outcome =
  | { readonly is: 'written' | 'standing' }
  | { readonly is: 'conflict'; readonly actual: Stored.Revision }

const serialiseRecord = ({ id, type, schema, data, meta }: Stored.NewRecord) =>
  pipe(
    write({ id, type, schema, data, meta }),
    E.map((json) => [key(id), json] as const),
  )

type Fault = Port.Misused | Port.TooLarge

/** An append as it is sent, and nothing that its types do not know; or why no server takes it. */
export const serialise = (
  stream: string,
  expected: Stored.Revision,
  records: ReadonlyArray<Stored.NewRecord>,
  after: string | undefined,
): E.Either<Fault, Written> => {
  const fault = Port.appendFault(expected, records)
  if (fault !== undefined) return E.left(fault)
  return pipe(
    E.traverseArray(serialiseRecord)(records),
    E.map((texts) =>
      JSON.stringify({
        ...{ stream: key(stream), expected, records: texts },
        ...(after !== undefined && { after: key(after) }),
      }),
    ),
    E.filterOrElse(
      (json): boolean => Buffer.byteLength(json) <= most,
      (): Fault => Port.tooLarge(most, 'bytes'),
    ),
    E.map((json) => ({ expected, size: records.length, json })),
  )
}

/** The receipt of an append. */
export const receiptOf = (
  { expected, size }: Written,
  outcome: Outcome,
): E.Either<Port.Conflict, Port.Appended> =>
  outcome.is === 'conflict'
    ? E.left(Port.conflict(outcome.actual))
    : E.right({ revision: expected + size })
