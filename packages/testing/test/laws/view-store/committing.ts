import { Port } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import {
  anyway,
  changes,
  commit,
  committed,
  failing,
  headed,
  rowed,
  through,
  type Commit,
} from './wrap.ts'

const inTurn = (
  steps: ReadonlyArray<ReturnType<Commit>>,
  between: TE.TaskEither<never, void> = TE.right(undefined),
): ReturnType<Commit> =>
  steps.reduce(
    (before, step) =>
      pipe(
        before,
        TE.flatMap(() => between),
        TE.flatMap(() => step),
      ),
    TE.right(undefined),
  )

/** Commits change by change, with time between where it is told. */
export const inParts = (between?: TE.TaskEither<never, void>) =>
  commit(
    (inner) => (given) =>
      inTurn(
        [
          ...given.changes.map((one) => inner({ changes: [one] })),
          inner({ ...given, changes: [] }),
        ],
        between,
      ),
  )

const merged = commit(
  (inner, store) => (given) =>
    pipe(
      store.headers(given.changes),
      TE.flatMap((headers) =>
        inner({
          ...given,
          changes: given.changes.map((one, n) => ({
            ...one,
            header: { ...one.header, frame: { ...headers[n]?.frame, ...one.header.frame } },
          })),
        }),
      ),
    ),
)

/** Takes away what stands in one place only. */
const anewIn = (isCleared: (row: Port.PlacedRow, of: Port.ViewOf) => boolean) =>
  commit(
    (inner, store) => (given) =>
      pipe(
        given.changes,
        TE.traverseSeqArray((one) =>
          pipe(
            store.rows(one.view, 'all', { limit: 1000 }),
            TE.map(({ rows }) => {
              const { anew, ...rest } = one
              const cleared = rows.filter((row) => isCleared(row, one))
              const gone = anew ? cleared.map(({ key }) => ['all', key, undefined] as const) : []
              return { ...rest, rows: [...gone, ...one.rows] }
            }),
          ),
        ),
        TE.flatMap((all) => inner({ ...given, changes: all })),
      ),
  )

const asTexts = (given: Port.ViewCommit): unknown =>
  JSON.parse(
    JSON.stringify(given, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ),
  )

export const committing: Faults<Port.ViewStore> = {
  'before the first commit there is nothing': {
    'readers start somewhere': through((store) => ({
      ...store,
      checkpoint: (reader) =>
        TE.map((at: string | undefined) => at ?? '0')(store.checkpoint(reader)),
    })),
    'headers are of version 0': through((store) => ({
      ...store,
      headers: (of) =>
        TE.map((headers: ReadonlyArray<Port.Header | undefined>) =>
          headers.map((header) => header ?? { version: 0, revision: 0, frame: {} }),
        )(store.headers(of)),
    })),
    'an unknown view is Unavailable': through((store) => ({
      ...store,
      rows: (view, place, page) =>
        pipe(
          store.views,
          TE.flatMap((views) =>
            views.includes(view)
              ? store.rows(view, place, page)
              : TE.left(Port.unavailable('no such view')),
          ),
        ),
    })),
  },
  'a commit brings its headers, its rows, and its readers to its checkpoint': {
    'only the first change is committed': committed((given) => ({
      ...given,
      changes: given.changes.slice(0, 1),
    })),
    'no checkpoint is kept': committed(({ changes }) => ({ changes })),
    'only the first reader gets on': committed(({ progress, ...given }) => ({
      ...given,
      progress: progress && { ...progress, readers: progress.readers.slice(0, 1) },
    })),
    'no record is named': headed(({ record: _, ...header }) => header),
    'no revision is kept': headed((header) => ({ ...header, revision: 1 })),
    'views are in the order in which they came': through((store) => ({
      ...store,
      views: TE.map((views: ReadonlyArray<string>) => views.toReversed())(store.views),
    })),
    'only one view is named': through((store) => ({
      ...store,
      views: TE.map((views: ReadonlyArray<string>) => views.slice(0, 1))(store.views),
    })),
  },
  'a reader that is named twice in one commit is named once': {
    'it is Unavailable': commit((inner) => (given) => {
      const readers = given.progress?.readers ?? []
      return new Set(readers).size < readers.length
        ? TE.left(Port.unavailable('a row twice'))
        : inner(given)
    }),
    'it comes nowhere': committed(({ progress, ...given }) => ({
      ...given,
      progress: progress && {
        ...progress,
        readers: progress.readers.filter(
          (one, _, all) => all.indexOf(one) === all.lastIndexOf(one),
        ),
      },
    })),
  },
  'a later commit replaces what it names, takes away what is undefined, and leaves the rest': {
    'what is undefined stays': changes((one) => ({
      ...one,
      rows: one.rows.filter(([, , row]) => row !== undefined),
    })),
    'frames are merged': merged,
    'all is made anew': changes((one) => ({ ...one, anew: true })),
    'rows that are gone are empty': rowed(([place, key, row]) => [place, key, row ?? {}]),
  },
  'of two changes of one row in one commit the later counts': {
    'the earlier counts': changes((one) => ({ ...one, rows: one.rows.toReversed() })),
    'what is taken away goes last': changes((one) => ({
      ...one,
      rows: one.rows.toSorted((a, b) => Number(b[2] !== undefined) - Number(a[2] !== undefined)),
    })),
    'what is taken away goes first': changes((one) => ({
      ...one,
      rows: one.rows.toSorted((a, b) => Number(a[2] !== undefined) - Number(b[2] !== undefined)),
    })),
  },
  'a change that makes all anew leaves no row that stood, of this view and cohort only': {
    'all that stood stays': changes(({ anew: _, ...one }) => one),
    'its own rows go as well': commit(
      (inner) => (given) =>
        inner({
          ...given,
          changes: given.changes.map((one) => (one.anew ? { ...one, rows: [] } : one)),
        }),
    ),
    'one place is cleared': anewIn((row, of) => row.cohort === of.cohort),
    'other cohorts are cleared': commit(
      (inner, store) => (given) =>
        pipe(
          given.changes.filter(({ anew }) => anew),
          TE.traverseSeqArray(({ view }) => store.headersOf(view, { limit: 100 })),
          TE.flatMap((pages) => {
            const others = pages.flatMap(({ headers }, n) =>
              headers.flatMap(
                ([cohort, { version, ...header }]): ReadonlyArray<Port.ViewChange> => {
                  const view = given.changes[n]?.view ?? ''
                  const isChanged = given.changes.some((one) => one.cohort === cohort)
                  return isChanged
                    ? []
                    : [{ view, cohort, after: version, header, anew: true, rows: [] }]
                },
              ),
            )
            return inner({ ...given, changes: [...given.changes, ...others] })
          }),
        ),
    ),
  },
  'a commit that makes no sense, or holds what is no JSON, is Misused and changes nothing': {
    'it is Unavailable': failing(),
    'it is committed part by part': inParts(),
    'the checkpoint goes first': commit(
      (inner) => (given) =>
        pipe(
          inner({ ...given, changes: [] }),
          TE.flatMap(() => inner(given)),
        ),
    ),
    'a bigint becomes a text': committed(asTexts),
    'a defect is thrown': commit((inner) => (given) => () => {
      JSON.stringify(given)
      return inner(given)()
    }),
    'the later of two counts': committed((given) => ({
      ...given,
      changes: [...new Map(given.changes.map((one) => [one.cohort, one])).values()],
    })),
    'versions are mended': changes((one) => ({
      ...one,
      after: one.after >= 1 ? Math.floor(one.after) : 0,
    })),
  },
  'a commit happens when it is run, and each time that it is': {
    'it happens when it is described': commit((inner) => (given) => {
      const running = inner(given)()
      return () => running
    }),
    'it happens once': commit((inner) => (given) => {
      let running: ReturnType<ReturnType<Commit>> | undefined
      return () => (running ??= inner(given)())
    }),
    'it happens anyway': commit((_, store) => (given) => anyway(store, given)),
  },
}
