import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { anyText } from '../json.ts'
import { got, law, range } from '../law.ts'
import {
  change,
  firstChange,
  headerWith,
  newCohort,
  newView,
  placed,
  rowsAt,
  rowsOf,
} from './view.ts'

const several = law<Port.ViewStore>(
  'a row is found in each place where it was put, and nowhere else',
  async ({ adapter }) => {
    const of = newView()
    const places = ['all', `cohort/${of.cohort}`, 'person/a', 'person/b', 'person/', 'Person/a']
    await change(
      adapter,
      of,
      places.map((place, n) => [place, 'k', { n }] as const),
    )
    for (const [n, place] of places.entries())
      assert.deepEqual(await rowsOf(adapter, of.view, place), [['k', { n }]], place)
    assert.deepEqual(await rowsOf(adapter, of.view, 'person'), [])
    await change(adapter, of, [
      ['person/a', 'k', undefined],
      ['person/b', 'k', { n: 9 }],
    ])
    const found = await Promise.all(places.map((place) => rowsOf(adapter, of.view, place)))
    assert.deepEqual(
      found.map((rows) => rows[0]?.[1]['n']),
      [0, 1, undefined, 9, 4, 5],
    )
  },
)

const shared = law<Port.ViewStore>(
  'a place holds rows of many cohorts, each with the header of its own, by key and then by cohort',
  async ({ adapter }) => {
    const { view } = newView()
    const cohorts = range(1, 6).map(newCohort)
    for (const [n, cohort] of cohorts.entries()) {
      const rows = ['same', `own-${String(n)}`].map((key) => [key, { n }] as const)
      await change(adapter, { view, cohort }, rowsAt('all', rows), { n })
    }
    const expected = [
      ...cohorts.map((cohort, n) => [`own-${String(n)}`, cohort]),
      ...cohorts.toSorted().map((cohort) => ['same', cohort]),
    ]
    for (const limit of [2, 100]) {
      const pages = await placed(adapter, view, 'all', limit)
      assert.deepEqual(
        pages.map(({ key, cohort }) => [key, cohort]),
        expected,
      )
    }
    const found = await placed(adapter, view, 'all')
    for (const { cohort, row, header } of found) {
      const n = cohorts.indexOf(cohort)
      assert.deepEqual([row, header], [{ n }, { version: 1, ...headerWith({ n }) }])
    }
    const [first] = cohorts
    if (first === undefined) return
    await change(adapter, { view, cohort: first }, rowsAt('all', [['same', undefined]]))
    const rest = (await placed(adapter, view, 'all')).map(({ key, cohort }) => [key, cohort])
    assert.equal(rest.length, 11, 'only the row of one cohort went')
    const isLeft = rest.some(([key, cohort]) => key === 'same' && cohort === first)
    assert.ok(!isLeft, 'the row that was taken away is there')
  },
)

type Found = Pick<Port.PlacedRow, 'key' | 'cohort'>

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byKeyThenCohort = (a: Found, b: Found): number =>
  compare(a.key, b.key) || compare(a.cohort, b.cohort)

const cohorts = range(1, 3).map(newCohort)
const found: fc.Arbitrary<Found> = fc.record(
  {
    key: fc.oneof(anyText, fc.constantFrom('a', 'b', 'c', 'd')),
    cohort: fc.constantFrom(...cohorts),
  },
  { noNullPrototype: true },
)

const asked = (rows: ReadonlyArray<Found>): fc.Arbitrary<Port.RowsAsked> => {
  const some = fc.oneof(found, fc.constantFrom(...rows))
  return fc.record(
    {
      from: some.map(({ key }) => key),
      to: some.map(({ key }) => key),
      after: some,
      limit: fc.integer({ min: 1, max: rows.length + 1 }),
    },
    { requiredKeys: ['limit'], noNullPrototype: true },
  )
}

const model = (rows: ReadonlyArray<Found>, { from, to, after, limit }: Port.RowsAsked) => {
  const rest = rows.filter(
    (row) =>
      (from === undefined || row.key >= from) &&
      (to === undefined || row.key < to) &&
      (after === undefined || byKeyThenCohort(row, after) > 0),
  )
  return { rows: rest.slice(0, limit), more: rest.length > limit }
}

const ranged = law<Port.ViewStore>(
  'a page holds the rows from one key, before another, and after a row, as far as these are given',
  async ({ adapter, forAll }) => {
    const rows = fc.uniqueArray(found, {
      selector: ({ key, cohort }) => JSON.stringify([key, cohort]),
      minLength: 1,
      maxLength: 12,
    })
    const cases = rows.chain((some) =>
      fc.tuple(fc.constant(some), fc.array(asked(some), { minLength: 5, maxLength: 15 })),
    )
    await forAll(cases, async ([some, pages]) => {
      const { view } = newView()
      const changes = cohorts.map((cohort) => {
        const mine = some.filter((row) => row.cohort === cohort)
        return firstChange(
          { view, cohort },
          rowsAt(
            'all',
            mine.map(({ key }) => [key, {}]),
          ),
        )
      })
      await got(adapter.commit({ changes }))
      const sorted = some.toSorted(byKeyThenCohort)
      for (const page of pages) {
        const answer = await got(adapter.rows(view, 'all', page))
        const shown = answer.rows.map(({ key, cohort }) => ({ key, cohort }))
        assert.deepEqual({ ...answer, rows: shown }, model(sorted, page))
      }
    })
  },
)

/** Where rows are found. */
export const placeLaws = [several, shared, ranged]
