import type { Port, Values } from '@reverse-mentoring/core'
import { compare } from '../compare.ts'
import { read } from '../text.ts'
import type { Entry, Place, View } from './view.ts'

type Found = Pick<Entry, 'key' | 'cohort'>

const byKeyThenCohort = (a: Found, b: Found): number =>
  compare(a.key, b.key) || compare(a.cohort, b.cohort)

/** How many come first of which this is true, in a list that begins with all of them; O(log n). */
const countWhile = <A>(list: ReadonlyArray<A>, isSo: (one: A) => boolean): number => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const one = list[middle]
    if (one !== undefined && isSo(one)) low = middle + 1
    else high = middle
  }
  return low
}

/** Headers as one page shows them, each read once. */
const headersOfPage = ({ parts }: View) => {
  const known = new Map<Values.CohortId, Port.Header>()
  return (cohort: Values.CohortId): ReadonlyArray<Port.Header> => {
    const part = parts.get(cohort)
    if (part === undefined) return []
    const header = known.get(cohort) ?? read(part.header)
    known.set(cohort, header)
    return [header]
  }
}

const within = (place: Place, { from, to, after }: Port.RowsAsked): ReadonlyArray<Entry> => {
  const order = (place.order ??= [...place.entries.values()].sort(byKeyThenCohort))
  const start = countWhile(
    order,
    (entry) =>
      (from !== undefined && entry.key < from) ||
      (after !== undefined && byKeyThenCohort(entry, after) <= 0),
  )
  const end = to === undefined ? order.length : countWhile(order, ({ key }) => key < to)
  return order.slice(start, end)
}

/** The page that is asked for of a place. */
export const rowsIn = (view: View, name: string, asked: Port.RowsAsked): Port.RowPage => {
  const place = view.places.get(name)
  if (place === undefined) return { rows: [], more: false }
  const [entries, headerOf] = [within(place, asked), headersOfPage(view)]
  return {
    rows: entries
      .slice(0, asked.limit)
      .flatMap(({ key, cohort, row }) =>
        headerOf(cohort).map((header) => ({ key, cohort, row: read(row), header })),
      ),
    more: entries.length > asked.limit,
  }
}
