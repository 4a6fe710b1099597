import { Port, type Stored } from '@reverse-mentoring/core'
import { memoryEventStore } from '@reverse-mentoring/storage-memory'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { wrapping } from '../faulty.ts'

export type Append = Port.EventStore['append']
export type Wrap = (store: Port.EventStore) => Port.EventStore

export const through = wrapping(() => memoryEventStore())

/** Changes what appends do. */
export const append = (change: (append: Append, store: Port.EventStore) => Append) =>
  through((store) => ({ ...store, append: change(store.append, store) }))

/** Changes every page that is read. */
export const page = (change: <Page extends Port.StreamPage>(page: Page) => Page) =>
  through((store) => ({
    ...store,
    readStream: (stream, page) =>
      TE.map((one: Port.StreamPage) => change(one))(store.readStream(stream, page)),
    readLog: (page) => TE.map((one: Port.LogPage) => change(one))(store.readLog(page)),
  }))

/** Changes every record that is read, into what its type may forbid. */
export const record = (change: (record: Stored.StoredRecord) => object) =>
  page((page) => ({
    ...page,
    records: page.records.map((one) => change(one) as Stored.StoredRecord),
  }))

/** Changes how the log is read. */
export const log = (change: (readLog: Port.EventStore['readLog']) => Port.EventStore['readLog']) =>
  through((store) => ({ ...store, readLog: change(store.readLog) }))

/** Changes how a stream is read. */
export const stream = (
  change: (readStream: Port.EventStore['readStream']) => Port.EventStore['readStream'],
) => through((store) => ({ ...store, readStream: change(store.readStream) }))

/** What a task fails with. */
export type Left<Task> = Task extends TE.TaskEither<infer Failure, unknown> ? Failure : never

const asUnavailable = <Failure extends { readonly _tag: string }, A>(
  task: TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure | Port.Unavailable, A> =>
  TE.mapLeft((failure: Failure) =>
    failure._tag === 'Misused' ? Port.unavailable('of some kind') : failure,
  )(task)

/** Whatever is misused is told to be tried again. */
export const failing = () =>
  through((store) => ({
    ...store,
    append: (...asked) => asUnavailable(store.append(...asked)),
    readStream: (...asked) => asUnavailable(store.readStream(...asked)),
    readLog: (asked) => asUnavailable(store.readLog(asked)),
  }))

/** The ids that a stream has. */
export const idsIn = (
  store: Port.EventStore,
  stream: string,
): TE.TaskEither<Port.Misused | Port.Unavailable, ReadonlyArray<string>> =>
  pipe(
    store.readStream(stream, { after: 0, limit: 100_000 }),
    TE.map((page) => page.records.map((one) => one.id)),
  )

/** A while in which others get on. */
export const pause = <A>(value: A): TE.TaskEither<never, A> =>
  TE.rightTask(() => new Promise((resolve) => setTimeout(resolve, 1, value)))
