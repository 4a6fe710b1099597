import { type Port, type Stored } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import {
  asked,
  askedHeaders,
  commit,
  failing,
  headed,
  named,
  page,
  pageOfHeaders,
  rowed,
  sited,
  through,
} from './wrap.ts'

const asUtf8 = (text: string): string => Buffer.from(text).toString()

const rekeyed = (change: (key: string) => string) =>
  rowed(([place, key, row]) => [place, change(key), row])

const rewritten = <A>(value: A, change: (text: string) => string): A =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'string' ? change(inner) : inner,
  ) as A

const byBytes = ({ key: a }: Port.PlacedRow, { key: b }: Port.PlacedRow): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b))

/** Knows the rows of a view as they were when they were first asked for. */
const caching = through((store) => {
  const known = new Map<string, Port.RowPage['rows']>()
  return {
    ...store,
    rows: (view, place, { after, limit }) =>
      pipe(
        store.rows(view, place, { limit: 100_000 }),
        TE.map((all) => {
          const rows = known.get(view) ?? all.rows
          known.set(view, rows)
          const rest = rows.filter(({ key }) => after === undefined || key > after.key)
          return { rows: rest.slice(0, limit), more: rest.length > limit }
        }),
      ),
  }
})

/** Keeps the very objects that it is handed, and gives them to all who read. */
const sharing = (what: 'frame' | 'row') =>
  through((store) => {
    const frames = new Map<string, object>()
    const rows = new Map<string, object | undefined>()
    const shared = (header: Port.Header, cohort: string): Port.Header =>
      what === 'frame'
        ? { ...header, frame: (frames.get(cohort) ?? header.frame) as Stored.JsonObject }
        : header
    return {
      ...store,
      commit: (given) => {
        for (const one of given.changes) {
          frames.set(one.cohort, one.header.frame)
          for (const [, key, row] of one.rows) rows.set(one.cohort + key, row)
        }
        return store.commit(given)
      },
      headers: (of) =>
        TE.map((headers: ReadonlyArray<Port.Header | undefined>) =>
          headers.map((header, n) => header && shared(header, of[n]?.cohort ?? '')),
        )(store.headers(of)),
      rows: (view, place, one) =>
        TE.map((found: Port.RowPage) => ({
          ...found,
          rows: found.rows.map((row) => ({
            ...row,
            row: what === 'row' ? (rows.get(row.cohort + row.key) as Stored.JsonObject) : row.row,
          })),
        }))(store.rows(view, place, one)),
    }
  })

const clamped = <Page extends { readonly limit: number }>(one: Page): Page => ({
  ...one,
  limit: one.limit >= 1 ? Math.min(1000, Math.floor(one.limit)) : 1,
})

type Headers = ReadonlyArray<Port.Header | undefined>

/** Changes the headers that are asked for by their names. */
const headers = (
  change: (headers: Headers, of: ReadonlyArray<Port.ViewOf>) => Headers,
  names: (of: ReadonlyArray<Port.ViewOf>) => ReadonlyArray<Port.ViewOf> = (of) => of,
) =>
  through((store) => ({
    ...store,
    headers: (of) => TE.map((found: Headers) => change(found, of))(store.headers(names(of))),
  }))

/** Knows who was parked, and nobody who came back. */
const everParked = through((store) => {
  const parked = new Set<string>()
  return {
    ...store,
    commit: (given) => {
      for (const { cohort, header } of given.changes)
        if (header.parked !== undefined) parked.add(cohort)
      return store.commit(given)
    },
    headersOf: (view, { parked: only, ...asked }) =>
      only === undefined
        ? store.headersOf(view, asked)
        : pipe(
            store.headersOf(view, { limit: 1000 }),
            TE.map((all) => {
              const rest = all.headers.filter(
                ([cohort]) =>
                  parked.has(cohort) && (asked.after === undefined || cohort > asked.after),
              )
              return { headers: rest.slice(0, asked.limit), more: rest.length > asked.limit }
            }),
          ),
  }
})

export const reading: Faults<Port.ViewStore> = {
  'places, keys, rows, headers and checkpoints come back as they were committed, in the order of their keys':
    {
      'keys lose half surrogates': rekeyed(asUtf8),
      'keys end at NUL': rekeyed((key) => key.split('\0')[0] ?? ''),
      'rows lose half surrogates': rowed(([place, key, row]) => [
        place,
        key,
        rewritten(row, asUtf8),
      ]),
      'frames lose half surrogates': headed(({ frame, ...header }) => ({
        ...header,
        frame: rewritten(frame, asUtf8),
      })),
      'no reason is kept': headed(({ parked, ...header }) => ({
        ...header,
        parked: parked && { ...parked, because: '' },
      })),
      'checkpoints end at NUL': commit(
        (inner) =>
          ({ progress, ...given }) =>
            inner(
              progress === undefined
                ? given
                : {
                    ...given,
                    progress: {
                      ...progress,
                      checkpoint: progress.checkpoint.split('\0')[0] ?? '',
                    },
                  },
            ),
      ),
      'keys are sorted by bytes': page((one) => ({ ...one, rows: one.rows.toSorted(byBytes) })),
      'keys are sorted by locale': page((one) => ({
        ...one,
        rows: one.rows.toSorted((a, b) => a.key.localeCompare(b.key)),
      })),
      'rows have another header': page((one) => ({
        ...one,
        rows: one.rows.map((row) => ({ ...row, header: { ...row.header, version: 2 } })),
      })),
    },
  'views, cohorts, places and readers are apart, however alike their names': {
    'case is of no concern': named((of) => ({ ...of, view: of.view.toLowerCase() })),
    'names lose half surrogates': named((of) => ({ ...of, view: asUtf8(of.view) })),
    'names end at NUL': named((of) => ({ ...of, view: of.view.split('\0')[0] ?? '' })),
    'names are trimmed': named((of) => ({ ...of, view: of.view.trim() })),
    'a name is a pattern': named((of) => ({
      ...of,
      cohort: of.cohort.replace('_', '-') as typeof of.cohort,
    })),
    'places are trimmed': sited((place) => place.trim()),
    'all readers are one': through((store) => ({
      ...store,
      commit: ({ progress, ...given }) =>
        store.commit(
          progress === undefined
            ? given
            : {
                ...given,
                progress: {
                  ...progress,
                  readers: progress.readers.map((reader) => reader.toLowerCase()),
                },
              },
        ),
      checkpoint: (reader) => store.checkpoint(reader.toLowerCase()),
    })),
  },
  'pages show what keys came and went between them': {
    'keys are those of the first page': caching,
  },
  'a page that makes no sense is Misused': {
    'it is Unavailable': failing(),
    'limits are mended': asked(clamped),
    'limits of headers are mended': askedHeaders(clamped),
  },
  'what a caller or a reader changes later is not stored': {
    'frames of callers are kept': sharing('frame'),
    'rows of callers are kept': sharing('row'),
  },
  'headers are answered in the order of the asking, also twice, and of none where there is none': {
    'they are in an order of their own': headers((found) => found.toReversed()),
    'each is answered once': headers((found, of) =>
      found.filter((_, n) => of.findIndex(({ view }) => view === of[n]?.view) === n),
    ),
    'what is not there is left out': headers((found) => found.filter(Boolean)),
    'cohorts are of no concern': through((store) => {
      const known = new Map<string, Port.ViewOf>()
      return {
        ...store,
        commit: (given) => {
          for (const { view, cohort } of given.changes) known.set(view, { view, cohort })
          return store.commit(given)
        },
        headers: (of) => store.headers(of.map((one) => known.get(one.view) ?? one)),
      }
    }),
  },
  'the headers of a view, or those that are parked, are read in pages by their cohorts': {
    'a full page has more': pageOfHeaders((one, { limit }) => ({
      ...one,
      more: one.headers.length === limit,
    })),
    'nothing has more': pageOfHeaders((one) => ({ ...one, more: false })),
    'pages are short': askedHeaders((one) => ({ ...one, limit: Math.min(one.limit, 3) })),
    'all are parked': askedHeaders(({ parked: _, ...one }) => one),
    'none is parked': pageOfHeaders((one, { parked }) =>
      parked ? { headers: [], more: false } : one,
    ),
    'parked are left out of all': pageOfHeaders((one, { parked }) =>
      parked ? one : { ...one, headers: one.headers.filter(([, header]) => !header.parked) },
    ),
    'pages of parked are chosen from pages of all': through((store) => ({
      ...store,
      headersOf: (view, { parked, ...page }) =>
        TE.map((one: Port.HeaderPage) => ({
          ...one,
          headers: one.headers.filter(([, header]) => !parked || header.parked !== undefined),
        }))(store.headersOf(view, page)),
    })),
    'who was once parked stays so': everParked,
  },
}
