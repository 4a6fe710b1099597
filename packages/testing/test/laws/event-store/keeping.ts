import { Port, type Stored } from '@reverse-mentoring/core'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { closing, forgetting, type Faults } from '../faulty.ts'
import { page, record, through } from './wrap.ts'

type Reviver = (this: unknown, key: string, value: unknown) => unknown

const revived = (reviver: Reviver) =>
  record((one) => ({
    ...one,
    data: JSON.parse(JSON.stringify(one.data), reviver) as Stored.JsonObject,
  }))

const texts = (change: (text: string) => string) =>
  revived((_, value) => (typeof value === 'string' ? change(value) : value))

/** Keeps the very objects that it is handed. */
const sharing = through((store) => {
  const handed = new Map<string, Stored.NewRecord>()
  return {
    ...store,
    append: (stream, expected, batch) =>
      pipe(
        store.append(stream, expected, batch),
        TE.map((receipt) => {
          batch.forEach((one) => handed.set(one.id, one))
          return receipt
        }),
      ),
    readStream: (stream, asked) =>
      pipe(
        store.readStream(stream, asked),
        TE.map((one) => ({
          ...one,
          records: one.records.map((read) => ({
            ...read,
            data: handed.get(read.id)?.data ?? read.data,
          })),
        })),
      ),
  }
})

/** Gives the same objects to all who read. */
const caching = through((store) => {
  const cache = new Map<string, Stored.StoredRecord>()
  return {
    ...store,
    readStream: (stream, asked) =>
      pipe(
        store.readStream(stream, asked),
        TE.map((one) => ({
          ...one,
          records: one.records.map((read) => {
            const known = cache.get(read.id) ?? read
            cache.set(read.id, known)
            return known
          }),
        })),
      ),
  }
})

/** Every opening counts its checkpoints from a place of its own. */
const restarting = (() => {
  let openings = 0
  return through((store) => {
    openings += 1
    const shift = openings * 1000
    const out = (checkpoint: string) => String(Number(checkpoint) + shift)
    const back = (checkpoint: string) => String(Math.max(0, Number(checkpoint) - shift))
    return {
      ...store,
      readLog: ({ after, limit }) =>
        pipe(
          store.readLog(after === undefined ? { limit } : { after: back(after), limit }),
          TE.map((one) => ({ ...one, next: out(one.next) })),
        ),
    }
  })
})()

/** Hints by a way of its own. */
const hinting = (hint: (wake: () => void) => void) =>
  through((store) => {
    const wakes = new Set<() => void>()
    return {
      ...store,
      append: (...asked) =>
        TE.map((receipt: Port.Appended) => {
          wakes.forEach(hint)
          return receipt
        })(store.append(...asked)),
      onAppend: (wake) => {
        wakes.add(wake)
        return () => {
          wakes.delete(wake)
        }
      },
    }
  })

/** Appends to what was closed fail in this way. */
const closable = (fail: Port.EventStore['append']) =>
  closing(() => memoryEventStore())((store, isClosed) => ({
    ...store,
    append:
      (...asked) =>
      () =>
        (isClosed() ? fail(...asked) : store.append(...asked))(),
  }))

export const keeping: Faults<Port.EventStore> = {
  'a record comes back as it was handed over': {
    'texts are normalised': texts((text) => text.normalize('NFKC')),
    'half surrogates are lost': texts((text) => Buffer.from(text).toString()),
    'texts end at NUL': texts((text) => text.split('\0')[0] ?? ''),
    'numbers are floats': revived((_, value) =>
      typeof value === 'number' ? Math.fround(value) : value,
    ),
    'empty lists are absent': revived((_, value) =>
      Array.isArray(value) && value.length === 0 ? undefined : value,
    ),
    'absent is null': record((one) => ({ ...one, meta: { cause: null, ...one.meta } })),
    'the cause is lost': record(({ meta, ...one }) => ({
      ...one,
      meta: { command: meta.command },
    })),
    'every schema is 1': record((one) => ({ ...one, schema: 1 })),
  },
  'a record comes back with its place and as JSON: no Date, no bigint, nothing null': {
    'the time is a Date': record((one) => ({ ...one, recordedAt: new Date(one.recordedAt) })),
    'the time has no milliseconds': record((one) => ({
      ...one,
      recordedAt: one.recordedAt.replace(/\.\d+/, ''),
    })),
    'the revision is a bigint': record((one) => ({ ...one, revision: BigInt(one.revision) })),
    'the checkpoint is a number': record((one) => ({ ...one, checkpoint: Number(one.checkpoint) })),
    'the stream is another': record((one) => ({
      ...one,
      stream: one.stream.replace('cohort-', ''),
    })),
    'the cause is undefined': record((one) => ({
      ...one,
      meta: { cause: undefined, ...one.meta },
    })),
    'a column is left over': record((one) => ({ ...one, position: 1 })),
  },
  'what a caller changes later is not stored': { 'the objects of callers are kept': sharing },
  'what a reader changes is not stored': { 'all readers get the same objects': caching },
  'what was acknowledged is there after reopening, and checkpoints stay good': {
    'all is lost': forgetting(() => memoryEventStore()),
    'checkpoints are good for one opening': restarting,
  },
  'what one was told is stored, all see': {
    'each opening has its own': forgetting(() => memoryEventStore()),
    'what was read once is not read again': through((store) => {
      const known = new Map<string, Port.StreamPage>()
      return {
        ...store,
        readStream: (stream, asked) => {
          const seen = known.get(stream)
          return seen === undefined
            ? TE.map((one: Port.StreamPage) => (known.set(stream, one), one))(
                store.readStream(stream, asked),
              )
            : TE.right(seen)
        },
      }
    }),
    'pages are old': page((one) => ({ ...one, records: one.records.slice(0, -1) })),
  },
  'a hint, where a store gives any, follows an append until it is stopped': {
    'nothing is hinted': through((store) => ({ ...store, onAppend: () => () => undefined })),
    'nobody is let go': through((store) => ({
      ...store,
      onAppend: (wake) => {
        store.onAppend?.(wake)
        return () => undefined
      },
    })),
    'only the last one hears': through((store) => {
      let stop = (): void => undefined
      return {
        ...store,
        onAppend: (wake) => {
          stop()
          stop = store.onAppend?.(wake) ?? stop
          return stop
        },
      }
    }),
  },
  'a listener that throws, or rejects, hurts nobody': {
    'what is thrown comes to nobody': hinting((wake) => {
      queueMicrotask(wake)
    }),
    'what is rejected comes to nobody': hinting((wake) => {
      void Promise.resolve().then(wake)
    }),
    'what is thrown stops the others': through((store) => {
      const wakes: Array<() => void> = []
      store.onAppend?.(() => {
        for (const wake of wakes) wake()
      })
      return {
        ...store,
        onAppend: (wake) => {
          wakes.push(wake)
          return () => undefined
        },
      }
    }),
  },
  'a store that was closed, where it can be, is Misused': {
    'it is Unavailable': closable(() => TE.left(Port.unavailable('it was closed'))),
    'an append is a Conflict': closable(() => TE.left(Port.conflict(7))),
  },
}
