import type { Port, Stored } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { asked, changes, page, through } from './wrap.ts'

const rekeyed = (change: (key: string) => string) =>
  changes((one) => ({ ...one, rows: one.rows.map(([key, row]) => [change(key), row] as const) }))

const rewritten = (change: (text: string) => string) =>
  changes((one) => ({
    ...one,
    rows: one.rows.map(
      ([key, row]) =>
        [
          key,
          JSON.parse(JSON.stringify(row), (_, value: unknown) =>
            typeof value === 'string' ? change(value) : value,
          ) as object,
        ] as const,
    ),
  }))

const byBytes = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b))

const resorted = (
  order: (
    a: readonly [string, Stored.JsonObject],
    b: readonly [string, Stored.JsonObject],
  ) => number,
) => page((one) => ({ ...one, rows: [...one.rows].sort(order) }))

/** Knows the keys of a view as they were when it was first asked for them. */
const caching = through((store) => {
  const known = new Map<string, Port.RowPage['rows']>()
  return {
    ...store,
    rows: (of, { after, limit }) =>
      pipe(
        store.rows(of, { limit: 100_000 }),
        TE.map((all) => {
          const rows = known.get(of.cohort) ?? all.rows
          known.set(of.cohort, rows)
          const rest = rows.filter(([key]) => after === undefined || key > after)
          return { rows: rest.slice(0, limit), more: rest.length > limit }
        }),
      ),
  }
})

/** Keeps the very objects that it is handed, and gives them to all who read. */
const sharing = (place: 'header' | 'row') =>
  through((store) => {
    const headers = new Map<string, object>()
    const rows = new Map<string, object | undefined>()
    return {
      ...store,
      commit: (given) => {
        for (const one of given.changes) {
          headers.set(one.cohort, one.header)
          for (const [key, row] of one.rows) rows.set(one.cohort + key, row)
        }
        return store.commit(given)
      },
      header: (of) =>
        place === 'header'
          ? TE.right(headers.get(of.cohort) as Stored.JsonObject | undefined)
          : store.header(of),
      row: (of, key) =>
        place === 'row'
          ? TE.right(rows.get(of.cohort + key) as Stored.JsonObject | undefined)
          : store.row(of, key),
    }
  })

export const reading: Faults<Port.ViewStore> = {
  'keys, rows, headers and checkpoints come back as they were committed, in the order of their keys':
    {
      'keys lose half surrogates': rekeyed((key) => Buffer.from(key).toString()),
      'keys end at NUL': rekeyed((key) => key.split('\0')[0] ?? ''),
      'rows lose half surrogates': rewritten((text) => Buffer.from(text).toString()),
      'checkpoints end at NUL': through((store) => ({
        ...store,
        commit: (given) =>
          store.commit({ ...given, checkpoint: given.checkpoint.split('\0')[0] ?? '' }),
      })),
      'keys are sorted by bytes': resorted(byBytes),
      'keys are sorted by locale': resorted(([a], [b]) => a.localeCompare(b)),
    },
  'rows are read in pages that say whether there is more, from any key': {
    'a full page has more': page((one, { limit }) => ({ ...one, more: one.rows.length === limit })),
    'nothing has more': page((one) => ({ ...one, more: false })),
    'pages are short': asked((one) => ({ ...one, limit: Math.min(one.limit, 3) })),
    'pages are long': asked((one) => ({ ...one, limit: one.limit + 1 })),
    'a page starts at its key': through((store) => ({
      ...store,
      rows: (of, { after, limit }) =>
        pipe(
          store.rows(of, { limit: 100_000 }),
          TE.map(({ rows }) => {
            const rest = rows.filter(([key]) => after === undefined || key >= after)
            return { rows: rest.slice(0, limit), more: rest.length > limit }
          }),
        ),
    })),
    'keys are in the order in which they came': page((one) => ({
      ...one,
      rows: one.rows.toReversed(),
    })),
  },
  'pages show what keys came and went between them': {
    'keys are those of the first page': caching,
  },
  'a page that makes no sense is Unavailable': {
    'limits are mended': asked((one) => ({
      ...one,
      limit: one.limit >= 1 ? Math.min(1000, Math.floor(one.limit)) : 1,
    })),
  },
  'what a caller or a reader changes later is not stored': {
    'headers of callers are kept': sharing('header'),
    'rows of callers are kept': sharing('row'),
  },
}
