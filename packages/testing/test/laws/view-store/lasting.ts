import { Port } from '@reverse-mentoring/core'
import { memoryViewStore } from '@reverse-mentoring/storage-memory'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { closing, forgetting, type Faults } from '../faulty.ts'
import { inParts } from './committing.ts'
import { anyway, pause, through } from './wrap.ts'

/** Every opening answers headers as it first saw them. */
const caching = through((store) => {
  const known = new Map<string, Port.Header>()
  return {
    ...store,
    commit: (given) => anyway(store, given),
    headers: (of) =>
      pipe(
        store.headers(of),
        TE.map((headers) =>
          headers.map((header, n) => {
            const id = JSON.stringify(of[n])
            const first = known.get(id) ?? header
            if (first !== undefined) known.set(id, first)
            return first
          }),
        ),
      ),
  }
})

/** Reads rows, and then their headers after a while. */
const torn = through((store) => ({
  ...store,
  rows: (view, place, asked) =>
    pipe(
      store.rows(view, place, asked),
      TE.tap(() => pause),
      TE.flatMap((page) =>
        pipe(
          store.headers(page.rows.map(({ cohort }) => ({ view, cohort }))),
          TE.map((headers) => ({
            ...page,
            rows: page.rows.map((row, n) => ({ ...row, header: headers[n] ?? row.header })),
          })),
        ),
      ),
    ),
}))

/** Clears first, and then writes. */
const clearing = through((store) => ({
  ...store,
  commit: (given) =>
    given.changes.some(({ anew }) => anew)
      ? pipe(
          store.commit({
            ...given,
            changes: given.changes.map((one) => ({ ...one, rows: [] })),
          }),
          TE.flatMap(() => pause),
          TE.flatMap(() => anyway(store, given)),
        )
      : anyway(store, given),
}))

const dropping = (
  drop: (store: Port.ViewStore, view: string) => ReturnType<Port.ViewStore['drop']>,
) => through((store) => ({ ...store, drop: (view) => drop(store, view) }))

/** Commits to what was closed fail in this way. */
const closable = (fail: Port.ViewStore['commit']) =>
  closing(memoryViewStore)((store, isClosed) => ({
    ...store,
    commit: (given) => () => (isClosed() ? fail(given) : store.commit(given))(),
  }))

export const lasting: Faults<Port.ViewStore> = {
  'what was committed is there after reopening, and its versions go on': {
    'all is lost': forgetting(memoryViewStore),
    'versions begin again': (() => {
      let openings = 0
      return through((store) => {
        openings += 1
        const isLater = openings % 2 === 0
        return {
          ...store,
          commit: (given) =>
            isLater
              ? store.commit({
                  ...given,
                  changes: given.changes.map((one) => ({ ...one, after: one.after - 1 })),
                })
              : store.commit(given),
        }
      })
    })(),
  },
  'what one was told is committed, all see': {
    'each opening has its own': forgetting(memoryViewStore),
    'headers are those of the first read': caching,
  },
  'nobody ever sees a part of a commit: rows come with the header that they were committed with': {
    'it is committed part by part, with time between': inParts(pause),
    'headers are read after the rows': torn,
    'rows are cleared before they are made anew': clearing,
  },
  'a view that is dropped is gone with its checkpoint, others are unharmed, and it begins anew': {
    'nothing is dropped': dropping(() => TE.right(undefined)),
    'its checkpoint stays': dropping((store, view) =>
      pipe(
        store.checkpoint(view),
        TE.flatMap((checkpoint) =>
          pipe(
            store.drop(view),
            TE.flatMap(() =>
              checkpoint === undefined
                ? TE.right(undefined)
                : TE.mapLeft(() => Port.unavailable('never'))(
                    store.commit({ changes: [], progress: { readers: [view], checkpoint } }),
                  ),
            ),
          ),
        ),
      ),
    ),
    'all views go': dropping((store) =>
      pipe(
        store.views,
        TE.flatMap(TE.traverseSeqArray(store.drop)),
        TE.map(() => undefined),
      ),
    ),
    'to drop it again is Unavailable': through((store) => {
      const gone = new Set<string>()
      return {
        ...store,
        drop: (view) => {
          if (gone.has(view)) return TE.left(Port.unavailable('no such view'))
          gone.add(view)
          return store.drop(view)
        },
      }
    }),
    'old rows come back': through((store) => {
      const kept: Array<Port.ViewChange> = []
      return {
        ...store,
        commit: (given) =>
          anyway(store, {
            ...given,
            changes: given.changes.map((one) => ({
              ...one,
              rows: [...kept.splice(0).flatMap(({ rows }) => rows), ...one.rows],
            })),
          }),
        drop: (view) =>
          pipe(
            store.rows(view, 'all', { limit: 9 }),
            TE.flatMap(({ rows }) => {
              kept.push(
                ...rows.map(({ key, row, cohort, header }) => ({
                  view,
                  cohort,
                  after: 0,
                  header,
                  rows: [['all', key, row] as const],
                })),
              )
              return store.drop(view)
            }),
          ),
      }
    }),
  },
  'a store that was closed, where it can be, is Misused': {
    'it is Unavailable': closable(() => TE.left(Port.unavailable('it was closed'))),
    'a commit is overtaken': closable(() => TE.left(Port.overtaken([]))),
  },
}
