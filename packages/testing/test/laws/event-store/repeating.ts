import { Port } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { append, idsIn, through, type Append, type Wrap } from './wrap.ts'

type Outcome = ReturnType<Append>
type Ids = ReadonlyArray<string>

/** What is behind the head is judged by this: a revision is a receipt, nothing a conflict. */
const behind = (judge: (standing: Ids, ids: Ids, expected: number) => number | undefined) =>
  append(
    (inner, store) => (stream, expected, batch) =>
      pipe(
        idsIn(store, stream),
        TE.flatMap((standing): Outcome => {
          if (expected >= standing.length) return inner(stream, expected, batch)
          const ids = batch.map((record) => record.id)
          const revision = judge(standing, ids, expected)
          return revision === undefined
            ? TE.left(Port.conflict(standing.length))
            : TE.right({ revision })
        }),
      ),
  )

const equal = (a: Ids, b: Ids): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])

/** Knows the batches of this opening by their ids, and no others. */
const remembering =
  (isKnown: (batches: ReadonlyArray<string>, batch: string) => boolean): Wrap =>
  (store) => {
    const batches: Array<string> = []
    return {
      ...store,
      append: (stream, expected, batch) =>
        pipe(
          idsIn(store, stream),
          TE.flatMap((standing): Outcome => {
            const key = JSON.stringify([stream, expected, batch.map((record) => record.id)])
            if (expected < standing.length && !isKnown(batches, key))
              return TE.left(Port.conflict(standing.length))
            batches.push(key)
            return store.append(stream, expected, batch)
          }),
        ),
    }
  }

const unique = (isTaken: (stream: string, at: string) => boolean) =>
  append((inner) => {
    const taken: Array<readonly [id: string, at: string]> = []
    return (stream, expected, batch) => {
      const isTwin = batch.some(({ id }) =>
        taken.some(([other, at]) => other === id && isTaken(stream, at)),
      )
      taken.push(...batch.map(({ id }) => [id, stream] as const))
      return isTwin
        ? TE.left(Port.unavailable('unique constraint'))
        : inner(stream, expected, batch)
    }
  })

export const repeating: Faults<Port.EventStore> = {
  'a batch sent again gets its first receipt, also after later writes and reopening': {
    'a repeat is a conflict': behind(() => undefined),
    'a repeat is told the revision of today': behind((standing) => standing.length),
    'only the last batch is known': behind((standing, ids, expected) =>
      expected + ids.length === standing.length ? standing.length : undefined,
    ),
    'repeats are known until a restart': through(
      remembering((batches, batch) => batches.includes(batch)),
    ),
    'a repeat is stored again': append(
      (inner, store) => (stream, _, batch) =>
        pipe(
          idsIn(store, stream),
          TE.flatMap((standing): Outcome => inner(stream, standing.length, batch)),
        ),
    ),
  },
  'records that stand right after the expected revision are a repeat, however they were batched': {
    'only whole batches are known': through(
      remembering((batches, batch) => batches.includes(batch)),
    ),
    'a repeat must reach the end': behind((standing, ids, expected) =>
      equal(standing.slice(expected), ids) ? standing.length : undefined,
    ),
  },
  'a batch that is not quite what stands is a Conflict, and nothing of it is stored': {
    'the first id is enough': behind((standing, ids, expected) =>
      standing[expected] === ids[0] ? expected + ids.length : undefined,
    ),
    'the last id is enough': behind((standing, ids, expected) =>
      standing[expected + ids.length - 1] === ids.at(-1) ? expected + ids.length : undefined,
    ),
    'the order is of no concern': behind((standing, ids, expected) => {
      const end = expected + ids.length
      return equal(standing.slice(expected, end).toSorted(), ids.toSorted()) ? end : undefined
    }),
    'the place is of no concern': behind((standing, ids, expected) =>
      ids.every((id) => standing.includes(id)) ? expected + ids.length : undefined,
    ),
    'more than stands is fine': behind((standing, ids, expected) =>
      equal(standing.slice(expected), ids.slice(0, standing.length - expected))
        ? standing.length
        : undefined,
    ),
    'what is new in it is added': append(
      (inner, store) => (stream, expected, batch) =>
        pipe(
          idsIn(store, stream),
          TE.flatMap((standing): Outcome => {
            const [record, ...more] = batch.filter(({ id }) => !standing.includes(id))
            return record === undefined || expected > standing.length
              ? inner(stream, expected, batch)
              : inner(stream, standing.length, [record, ...more])
          }),
        ),
    ),
  },
  'an id that stands elsewhere is of no concern: in another stream, or further back': {
    'ids are unique': unique(() => true),
    'ids are unique in a stream': unique((stream, at) => stream === at),
    'ids are unique among streams': unique((stream, at) => stream !== at),
  },
}
