import { Port } from '@reverse-mentoring/core'
import { memoryViewStore } from '@reverse-mentoring/storage-memory'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { wrapping } from '../faulty.ts'

export const through = wrapping(memoryViewStore)

export type Commit = Port.ViewStore['commit']

/** Changes what commits do. */
export const commit = (change: (commit: Commit, store: Port.ViewStore) => Commit) =>
  through((store) => ({ ...store, commit: change(store.commit, store) }))

/** Changes what is committed, into what its type may forbid. */
export const committed = (change: (given: Port.ViewCommit) => unknown) =>
  commit((inner) => (given) => inner(change(given) as Port.ViewCommit))

/** Changes every change that is committed. */
export const changes = (change: (one: Port.ViewChange) => Port.ViewChange) =>
  committed((given) => ({ ...given, changes: given.changes.map(change) }))

/** Changes a header that is committed, into what its type may forbid. */
export const headed = (change: (header: Port.NewHeader) => object) =>
  changes((one) => ({ ...one, header: change(one.header) as Port.NewHeader }))

/** Changes the rows that are committed. */
export const rowed = (change: (row: Port.RowChange) => Port.RowChange) =>
  changes((one) => ({ ...one, rows: one.rows.map(change) }))

/** Commits after whatever version stands. */
export const anyway = (store: Port.ViewStore, given: Port.ViewCommit): ReturnType<Commit> =>
  pipe(
    store.headers(given.changes),
    TE.flatMap((headers) =>
      store.commit({
        ...given,
        changes: given.changes.map((one, n) => ({ ...one, after: headers[n]?.version ?? 0 })),
      }),
    ),
  )

/** Changes which view is meant. */
export const named = (change: (of: Port.ViewOf) => Port.ViewOf) => {
  const nameOf = (view: string) => change({ view, cohort: '' as Port.ViewOf['cohort'] }).view
  return through((store) => ({
    ...store,
    commit: (given) =>
      store.commit({
        ...given,
        changes: given.changes.map((one) => ({ ...one, ...change(one) })),
      }),
    headers: (of) => store.headers(of.map(change)),
    rows: (view, place, page) => store.rows(nameOf(view), place, page),
  }))
}

/** Changes where rows are put and looked for. */
export const sited = (change: (place: string) => string) =>
  through((store) => ({
    ...store,
    commit: (given) =>
      store.commit({
        ...given,
        changes: given.changes.map((one) => ({
          ...one,
          rows: one.rows.map(([place, key, row]) => [change(place), key, row] as const),
        })),
      }),
    rows: (view, place, page) => store.rows(view, change(place), page),
  }))

/** Changes what page of rows is asked for. */
export const asked = (change: (page: Port.RowsAsked) => Port.RowsAsked) =>
  through((store) => ({
    ...store,
    rows: (view, place, page) => store.rows(view, place, change(page)),
  }))

/** Changes every page of rows. */
export const page = (change: (page: Port.RowPage, asked: Port.RowsAsked) => Port.RowPage) =>
  through((store) => ({
    ...store,
    rows: (view, place, asked) =>
      TE.map((one: Port.RowPage) => change(one, asked))(store.rows(view, place, asked)),
  }))

/** Pages of rows made by a way of its own from all rows of the place. */
export const paged = (
  choose: (rows: Port.RowPage['rows'], asked: Port.RowsAsked) => Port.RowPage['rows'],
) =>
  through((store) => ({
    ...store,
    rows: (view, place, asked) =>
      pipe(
        store.rows(view, place, { limit: 100_000 }),
        TE.map(({ rows }) => {
          const rest = choose(rows, asked)
          return { rows: rest.slice(0, asked.limit), more: rest.length > asked.limit }
        }),
      ),
  }))

type HeadersAsked = Parameters<Port.ViewStore['headersOf']>[1]

/** Changes what page of headers is asked for. */
export const askedHeaders = (change: (page: HeadersAsked) => HeadersAsked) =>
  through((store) => ({ ...store, headersOf: (view, page) => store.headersOf(view, change(page)) }))

/** Changes every page of headers. */
export const pageOfHeaders = (
  change: (page: Port.HeaderPage, asked: HeadersAsked) => Port.HeaderPage,
) =>
  through((store) => ({
    ...store,
    headersOf: (view, asked) =>
      TE.map((one: Port.HeaderPage) => change(one, asked))(store.headersOf(view, asked)),
  }))

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
    commit: (given) => asUnavailable(store.commit(given)),
    rows: (...asked) => asUnavailable(store.rows(...asked)),
    headersOf: (...asked) => asUnavailable(store.headersOf(...asked)),
  }))

/** A while in which others get on. */
export const pause: TE.TaskEither<never, void> = TE.rightTask(
  () => new Promise((resolve) => setTimeout(resolve, 1)),
)
