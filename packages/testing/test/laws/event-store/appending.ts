import { Port, type Stored } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { append, failing, idsIn, page, pause, through, type Append, type Left } from './wrap.ts'

type Outcome = ReturnType<Append>
type Batch = Parameters<Append>[2]

const tell = (change: (receipt: Port.Appended, batch: Batch) => Port.Appended) =>
  append(
    (inner) => (stream, expected, batch) =>
      TE.map((receipt: Port.Appended) => change(receipt, batch))(inner(stream, expected, batch)),
  )

const head = (store: Port.EventStore, stream: string) =>
  TE.map((ids: ReadonlyArray<string>) => ids.length)(idsIn(store, stream))

const anyway = append(
  (inner, store) => (stream, _, batch) =>
    pipe(
      head(store, stream),
      TE.flatMap((actual): Outcome => inner(stream, actual, batch)),
    ),
)

const wherePossible = (isFine: (expected: number, actual: number) => boolean) =>
  append(
    (inner, store) => (stream, expected, batch) =>
      pipe(
        head(store, stream),
        TE.flatMap((actual): Outcome =>
          inner(stream, isFine(expected, actual) ? actual : expected, batch),
        ),
      ),
  )

export const oneByOne =
  (rest: (receipt: Port.Appended) => TE.TaskEither<never, Port.Appended>) =>
  (inner: Append): Append =>
  (stream, expected, batch) =>
    batch.reduce<Outcome>(
      (before, record, index) =>
        pipe(
          before,
          TE.flatMap((receipt): Outcome => rest(receipt)),
          TE.flatMap(() => inner(stream, expected + index, [record])),
        ),
      TE.right({ revision: expected }),
    )

const mended = (
  mend: (expected: Stored.Revision, batch: Batch) => readonly [Stored.Revision, Batch],
) => append((inner) => (stream, expected, batch) => inner(stream, ...mend(expected, batch)))

const withoutTwins = (batch: Batch): Batch =>
  [...new Map(batch.map((record) => [record.id, record])).values()] as unknown as Batch

export const appending: Faults<Port.EventStore> = {
  'an append answers the revision after it, contiguous from 1': {
    'receipts count from 0': tell(({ revision }) => ({ revision: revision - 1 })),
    'receipts count the batch': tell((_, batch) => ({ revision: batch.length })),
    'revisions have gaps': page((one) => ({
      ...one,
      records: one.records.map((record) => ({ ...record, revision: record.revision * 2 })),
    })),
    'the order in a batch is lost': mended((expected, batch) => [
      expected,
      batch.toReversed() as unknown as Batch,
    ]),
  },
  'any other expected revision is a Conflict that tells the actual one': {
    'nobody looks at the expected revision': anyway,
    'gaps are fine': wherePossible((expected, actual) => expected > actual),
    'an older revision is fine': wherePossible((expected, actual) => expected < actual),
    '0 means any': wherePossible((expected) => expected === 0),
    'the conflict does not know': append(
      (inner) => (stream, expected, batch) =>
        TE.mapLeft((failure: Left<Outcome>) =>
          failure._tag === 'Conflict' ? Port.conflict(expected) : failure,
        )(inner(stream, expected, batch)),
    ),
    'a conflict is Unavailable': append(
      (inner) => (stream, expected, batch) =>
        TE.mapLeft(() => Port.unavailable('wrong version'))(inner(stream, expected, batch)),
    ),
  },
  'an append that names the record it follows is a Conflict where another one stands': {
    'nobody looks at it': append(
      (inner) => (stream, expected, batch) => inner(stream, expected, batch),
    ),
    'any record of the stream will do': append(
      (inner, store) => (stream, expected, batch, after) =>
        pipe(
          idsIn(store, stream),
          TE.flatMap((ids): Outcome =>
            inner(stream, expected, batch, ids.some((id) => id === after) ? undefined : after),
          ),
        ),
    ),
    'to follow a record is never fine': append(
      (inner) => (stream, expected, batch, after) =>
        after === undefined ? inner(stream, expected, batch) : TE.left(Port.conflict(expected)),
    ),
  },
  'an append that makes no sense is Misused': {
    'it is Unavailable': failing(),
    'twins are stored once': mended((expected, batch) => [expected, withoutTwins(batch)]),
    '-1 means any': wherePossible((expected) => expected === -1),
    'revisions are rounded': mended((expected, batch) => [Math.round(expected), batch]),
    'no record is a success': append(
      (inner) => (stream, expected, batch) =>
        batch.length === 0 ? TE.right({ revision: expected }) : inner(stream, expected, batch),
    ),
  },
  'a batch is stored whole or not at all, and what is no JSON is Misused': {
    'it is Unavailable': failing(),
    'records are stored one by one': append(oneByOne(TE.right)),
    'a bigint becomes a text': mended((expected, batch) => [
      expected,
      JSON.parse(
        JSON.stringify(batch, (_, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        ),
      ),
    ]),
    'a defect is thrown': append((inner) => (stream, expected, batch) => async () => {
      JSON.stringify(batch)
      return inner(stream, expected, batch)()
    }),
  },
  'an append happens when it is run, and each time that it is': {
    'it happens when it is described': append((inner) => (stream, expected, batch) => {
      const running = inner(stream, expected, batch)()
      return () => running
    }),
    'it happens once': append((inner) => (stream, expected, batch) => {
      let running: ReturnType<Outcome> | undefined
      return () => {
        if (running !== undefined) return TE.left(Port.unavailable('was run'))()
        return (running = inner(stream, expected, batch)())
      }
    }),
  },
  'nobody ever sees a part of a batch': {
    'records are stored one by one, with time between': append(oneByOne(pause)),
  },
  'of twenty appends at one expected revision one wins, and the others learn the actual one': {
    'the revision is looked at, and then written': append(
      (inner, store) => (stream, expected, batch) =>
        pipe(
          head(store, stream),
          TE.flatMap((actual): Outcome =>
            actual === expected ? TE.right({ revision: 0 }) : TE.left(Port.conflict(actual)),
          ),
          TE.flatMap((receipt) => pause(receipt)),
          TE.flatMap(() => head(store, stream)),
          TE.flatMap((actual) => inner(stream, actual, batch)),
        ),
    ),
    'the actual revision is looked up too early': append(
      (inner, store) => (stream, expected, batch) =>
        pipe(
          head(store, stream),
          TE.flatMap((actual) => pause(actual)),
          TE.flatMap((actual) =>
            TE.mapLeft(() => Port.conflict(actual))(inner(stream, expected, batch)),
          ),
        ),
    ),
    'nobody wins': through((store) => ({ ...store, append: () => TE.left(Port.conflict(2)) })),
  },
}
