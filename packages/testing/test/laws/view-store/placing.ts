import type { Port } from '@reverse-mentoring/core'
import type { Faults } from '../faulty.ts'
import { asked, changes, page, paged, rowed, sited } from './wrap.ts'

type Rows = Port.RowPage['rows']
type Row = Rows[number]

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byKey = (a: Row, b: Row): number => compare(a.key, b.key)
const byBytes = (a: Row, b: Row): number =>
  Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) || compare(a.cohort, b.cohort)

/** The rows of a page, where each bound is judged by a way of its own. */
const bounded = (
  isAfter: (row: Row, after: NonNullable<Port.RowsAsked['after']>) => boolean,
  isFrom: (key: string, from: string) => boolean = (key, from) => key >= from,
  isBefore: (key: string, to: string) => boolean = (key, to) => key < to,
) =>
  paged((rows, { from, to, after }) =>
    rows.filter(
      (row) =>
        (from === undefined || isFrom(row.key, from)) &&
        (to === undefined || isBefore(row.key, to)) &&
        (after === undefined || isAfter(row, after)),
    ),
  )

const isBehind = (row: Row, after: NonNullable<Port.RowsAsked['after']>): boolean =>
  row.key > after.key || (row.key === after.key && row.cohort > after.cohort)

export const placing: Faults<Port.ViewStore> = {
  'a row is found in each place where it was put, and nowhere else': {
    'all is one place': sited(() => 'all'),
    'case is of no concern': sited((place) => place.toLowerCase()),
    'a place is a beginning': sited((place) => place.split('/')[0] ?? ''),
    'only the first place counts': changes((one) => ({
      ...one,
      rows: [...new Map(one.rows.toReversed().map((row) => [row[1], row])).values()],
    })),
    'to go from one place is to go from all': changes((one) => ({
      ...one,
      rows: one.rows.some(([, , row]) => row === undefined)
        ? ['all', 'person/', 'person/a'].map((place) => [place, 'k', undefined] as const)
        : one.rows,
    })),
  },
  'a place holds rows of many cohorts, each with the header of its own, by key and then by cohort':
    {
      'a key is of one cohort': page((one) => ({
        ...one,
        rows: [...new Map(one.rows.map((row) => [row.key, row])).values()],
      })),
      'all have one header': page((one) => ({
        ...one,
        rows: one.rows.map((row) => ({ ...row, header: one.rows[0]?.header ?? row.header })),
      })),
      'cohorts are in any order': paged((rows, { after }) =>
        rows
          .toSorted((a, b) => byKey(a, b) || compare(b.cohort, a.cohort))
          .filter(
            (row) =>
              after === undefined ||
              row.key > after.key ||
              (row.key === after.key && row.cohort < after.cohort),
          ),
      ),
      'rows are by cohort and then by key': page((one) => ({
        ...one,
        rows: one.rows.toSorted((a, b) => compare(a.cohort, b.cohort) || byKey(a, b)),
      })),
      'pages go on after a key': bounded((row, after) => row.key > after.key),
    },
  'a page holds the rows from one key, before another, and after a row, as far as these are given':
    {
      'a full page has more': page((one, { limit }) => ({
        ...one,
        more: one.rows.length === limit,
      })),
      'nothing has more': page((one) => ({ ...one, more: false })),
      'pages are short': asked((one) => ({ ...one, limit: Math.min(one.limit, 3) })),
      'pages are long': asked((one) => ({ ...one, limit: one.limit + 1 })),
      'a page starts at its row': bounded((row, after) => !isBehind({ ...row, ...after }, row)),
      'a page starts after its key': bounded((row, after) => row.key > after.key),
      'from is after': bounded(isBehind, (key, from) => key > from),
      'to is included': bounded(isBehind, undefined, (key, to) => key <= to),
      'from is of no concern': asked(({ from: _, ...one }) => one),
      'to is of no concern': asked(({ to: _, ...one }) => one),
      'after is of no concern where from is told': asked(({ after, ...one }) =>
        after === undefined || one.from !== undefined ? one : { ...one, after },
      ),
      'from is of no concern where after is told': asked(({ from, ...one }) =>
        from === undefined || one.after !== undefined ? one : { ...one, from },
      ),
      'keys are sorted by bytes': page((one) => ({ ...one, rows: one.rows.toSorted(byBytes) })),
      'keys end at NUL': rowed(([place, key, row]) => [place, key.split('\0')[0] ?? '', row]),
    },
}
