import { Port, type Stored } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { failing, log, page, record, stream, through } from './wrap.ts'

const clamped = (limit: number): number => (limit >= 1 ? Math.min(Math.floor(limit), 1000) : 1)

const named = (change: (name: string) => string) =>
  through((store) => ({
    ...store,
    append: (name, expected, batch) => store.append(change(name), expected, batch),
    readStream: (name, asked) => store.readStream(change(name), asked),
  }))

const full = <Page extends Port.StreamPage>(one: Page, limit: number): Page => ({
  ...one,
  more: one.records.length === limit,
})

const nextIs = (next: (one: Port.LogPage) => string) =>
  log(
    (inner) => (asked) =>
      TE.map((one: Port.LogPage) => ({ ...one, next: next(one) }))(inner(asked)),
  )

/**
 * Leaves some records out of the first page of the log that they belong to, as a store does whose positions are given
 * out before the commit. Openings share what is left out, as they share the place.
 */
const notYet = new Set<string>()
const late = through((store) => {
  let turn = 0
  return {
    ...store,
    append: (name, expected, batch) => {
      turn += 1
      if (turn % 3 === 0) batch.forEach(({ id }) => notYet.add(id))
      return store.append(name, expected, batch)
    },
    readLog: (asked) =>
      pipe(
        store.readLog(asked),
        TE.map((one) => ({ ...one, records: one.records.filter(({ id }) => !notYet.delete(id)) })),
      ),
  }
})

const byStream = (a: Stored.StoredRecord, b: Stored.StoredRecord): number =>
  a.stream === b.stream ? a.revision - b.revision : a.stream < b.stream ? -1 : 1

export const reading: Faults<Port.EventStore> = {
  'a stream that does not exist is empty': {
    'it is Unavailable': stream(
      (inner) => (name, asked) =>
        pipe(
          inner(name, asked),
          TE.flatMap((one) =>
            one.records.length === 0 ? TE.left(Port.unavailable('no such stream')) : TE.right(one),
          ),
        ),
    ),
    'it has more': page((one) => ({ ...one, more: one.records.length === 0 })),
  },
  'streams are apart, however alike their names': {
    'case is of no concern': named((name) => name.toLowerCase()),
    'names are trimmed': named((name) => name.trim()),
    'names are cut': named((name) => name.slice(0, 42)),
    'all is one stream': named(() => 'all'),
  },
  'a stream is read in pages that say whether there is more': {
    'a full page has more': stream(
      (inner) => (name, asked) =>
        TE.map((one: Port.StreamPage) => full(one, asked.limit))(inner(name, asked)),
    ),
    'nothing has more': page((one) => ({ ...one, more: false })),
    'pages start too early': stream(
      (inner) =>
        (name, { after, limit }) =>
          inner(name, { after: Math.max(0, after - 1), limit }),
    ),
    'pages are short': stream(
      (inner) =>
        (name, { after, limit }) =>
          inner(name, { after, limit: Math.min(limit, 3) }),
    ),
    'pages are long': stream(
      (inner) =>
        (name, { after, limit }) =>
          inner(name, { after, limit: limit + 1 }),
    ),
  },
  'a page that makes no sense is Misused': {
    'it is Unavailable': failing(),
    'limits are mended': through((store) => ({
      ...store,
      readStream: (name, { after, limit }) =>
        store.readStream(name, { after, limit: clamped(limit) }),
    })),
    'limits of the log are mended': log(
      (inner) => (asked) => inner({ ...asked, limit: clamped(asked.limit) }),
    ),
    'starts are mended': stream(
      (inner) =>
        (name, { after, limit }) =>
          inner(name, { after: after >= 1 ? Math.floor(after) : 0, limit }),
    ),
  },
  'the log holds every stream in the order of the appends': {
    'it is sorted by stream': page((one) => ({ ...one, records: one.records.toSorted(byStream) })),
    'records come twice': log(
      (inner) => (asked) =>
        TE.map((one: Port.LogPage) => ({
          ...one,
          records: one.records.flatMap((read) => [read, read]),
        }))(inner(asked)),
    ),
    'the first is left out': log(
      (inner) => (asked) => inner({ ...asked, after: asked.after ?? '1' }),
    ),
    'it has one record of a batch': log(
      (inner) => (asked) =>
        TE.map((one: Port.LogPage) => ({
          ...one,
          records: one.records.filter(
            (read, index) => read.stream !== one.records[index - 1]?.stream,
          ),
        }))(inner(asked)),
    ),
  },
  'the log and the stream show the same record': {
    'the log has other checkpoints': log(
      (inner) => (asked) =>
        TE.map((one: Port.LogPage) => ({
          ...one,
          records: one.records.map((read) => ({ ...read, checkpoint: `log-${read.checkpoint}` })),
        }))(inner(asked)),
    ),
    'times are those of the read': (() => {
      let reads = 0
      return record((read) => ({ ...read, recordedAt: new Date((reads += 1)).toISOString() }))
    })(),
  },
  'the log is read in pages, each going on where the last one ended': {
    'a full page has more': log(
      (inner) => (asked) => TE.map((one: Port.LogPage) => full(one, asked.limit))(inner(asked)),
    ),
    'pages are short': log(
      (inner) => (asked) => inner({ ...asked, limit: Math.min(asked.limit, 3) }),
    ),
    'the next page is one too far': nextIs((one) => String(Number(one.next) + (one.more ? 1 : 0))),
    'the last record comes again': nextIs((one) => String(Math.max(0, Number(one.next) - 1))),
  },
  "the log goes on after any record's checkpoint": {
    'a record has the checkpoint of the page': log(
      (inner) => (asked) =>
        TE.map((one: Port.LogPage) => ({
          ...one,
          records: one.records.map((read) => ({ ...read, checkpoint: one.next })),
        }))(inner(asked)),
    ),
    'a checkpoint is that of the record before': record((read) => ({
      ...read,
      checkpoint: String(Number(read.checkpoint) - 1),
    })),
  },
  'an empty page keeps the place of whoever waits': {
    'it starts again': nextIs((one) => (one.records.length === 0 ? '0' : one.next)),
    'it runs ahead': log((inner) => {
      let ahead = 0
      return ({ after, limit }) => {
        const asked =
          after?.startsWith('ahead-') === true ? { after: String(ahead), limit } : { limit }
        return pipe(
          inner(after === undefined || after.startsWith('ahead-') ? asked : { after, limit }),
          TE.map((one) => {
            if (one.records.length > 0) return one
            ahead = Number(one.next) + 1
            return { ...one, next: `ahead-${String(ahead)}` }
          }),
        )
      }
    }),
    'it has more': log(
      (inner) => (asked) =>
        TE.map((one: Port.LogPage) => ({ ...one, more: one.records.length === 0 }))(inner(asked)),
    ),
  },
  'a checkpoint of no log is Misused': {
    'it is Unavailable': failing(),
    'it is the start': log(
      (inner) => (asked) =>
        pipe(
          inner(asked),
          TE.orElse(() => inner({ limit: asked.limit })),
        ),
    ),
    'it is the end': log(
      (inner) => (asked) =>
        pipe(
          inner(asked),
          TE.orElse((): ReturnType<typeof inner> =>
            TE.right({ records: [], next: asked.after ?? '', more: false }),
          ),
        ),
    ),
    'it is what a number makes of it': log(
      (inner) => (asked) =>
        inner({ ...asked, after: String(Math.max(0, Math.floor(Number(asked.after ?? 0) || 0))) }),
    ),
  },
  'who reads on from the head sees what is appended later, and nothing else': {
    'the head is the start': through((store) => ({ ...store, head: TE.right('0') })),
    'the head is one too early': through((store) => ({
      ...store,
      head: TE.map((at: string) => String(Math.max(0, Number(at) - 1)))(store.head),
    })),
    'the head is that of the first asking': through((store) => {
      let first: string | undefined
      return { ...store, head: TE.map((at: string) => (first ??= at))(store.head) }
    }),
    'the head runs ahead': through((store) => ({
      ...store,
      head: TE.map((at: string) => String(Number(at) + 1))(store.head),
    })),
  },
  'whoever follows the log misses nothing that is written meanwhile, by whomever': {
    'some is seen late': late,
    'streams are followed out of order': log(
      (inner) => (asked) =>
        TE.map((one: Port.LogPage) => ({ ...one, records: one.records.toReversed() }))(
          inner(asked),
        ),
    ),
  },
}
