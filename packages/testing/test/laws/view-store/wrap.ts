import type { Port } from '@reverse-mentoring/core'
import { memoryViewStore } from '@reverse-mentoring/storage-memory'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { wrapping } from '../faulty.ts'

export const through = wrapping(memoryViewStore)

type Commit = Port.ViewStore['commit']

/** Changes what commits do. */
export const commit = (change: (commit: Commit) => Commit) =>
  through((store) => ({ ...store, commit: change(store.commit) }))

/** Changes what is committed, into what its type may forbid. */
export const committed = (change: (given: Port.ViewCommit) => unknown) =>
  commit((inner) => (given) => inner(change(given) as Port.ViewCommit))

/** Changes every change that is committed. */
export const changes = (change: (one: Port.ViewChange) => Port.ViewChange) =>
  committed((given) => ({ ...given, changes: given.changes.map(change) }))

/** Changes which view is meant. */
export const named = (change: (of: Port.ViewOf) => Port.ViewOf) =>
  through((store) => ({
    commit: (given) =>
      store.commit({
        ...given,
        changes: given.changes.map((one) => ({ ...one, ...change(one) })),
      }),
    checkpoint: store.checkpoint,
    header: (of) => store.header(change(of)),
    row: (of, key) => store.row(change(of), key),
    rows: (of, page) => store.rows(change(of), page),
  }))

type Asked = Parameters<Port.ViewStore['rows']>[1]

/** Changes what page is asked for. */
export const asked = (change: (page: Asked) => Asked) =>
  through((store) => ({ ...store, rows: (of, page) => store.rows(of, change(page)) }))

/** Changes every page of rows. */
export const page = (change: (page: Port.RowPage, asked: Asked) => Port.RowPage) =>
  through((store) => ({
    ...store,
    rows: (of, asked) => TE.map((one: Port.RowPage) => change(one, asked))(store.rows(of, asked)),
  }))
