import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { deface } from '../deface.ts'
import { anyText, jsonObject } from '../json.ts'
import { got, law, range, refused } from '../law.ts'
import { newId } from '../record.ts'
import {
  change,
  firstChange,
  headerOf,
  headerWith,
  newView,
  placed,
  rowsAt,
  rowsOf,
} from './view.ts'

const unchanged = law<Port.ViewStore>(
  'places, keys, rows, headers and checkpoints come back as they were committed, in the order of their keys',
  async ({ adapter, forAll }) => {
    const rows = fc.uniqueArray(fc.tuple(anyText, jsonObject), {
      selector: ([key]) => key,
      maxLength: 8,
    })
    await forAll(fc.tuple(rows, jsonObject, anyText), async ([some, frame, text]) => {
      const of = newView(`${text}${newId()}`)
      const header = {
        revision: 3,
        record: newId(),
        parked: { revision: 4, because: text },
        frame,
      }
      const changes = [{ ...firstChange(of, rowsAt(text, some)), header }]
      await got(adapter.commit({ changes, progress: { readers: [of.view], checkpoint: text } }))
      assert.equal(await got(adapter.checkpoint(of.view)), text)
      assert.deepEqual(await headerOf(adapter, of), { version: 1, ...header })
      const sorted = [...some].sort(([a], [b]) => (a < b ? -1 : 1))
      assert.deepEqual(await rowsOf(adapter, of.view, text), sorted)
      for (const row of await placed(adapter, of.view, text, 1))
        assert.deepEqual(row.header, { version: 1, ...header })
      assert.ok((await got(adapter.views)).includes(of.view), `the views lack ${of.view}`)
    })
  },
)

const apart = law<Port.ViewStore>(
  'views, cohorts, places and readers are apart, however alike their names',
  async ({ adapter }) => {
    const { cohort } = newView()
    const another = cohort.replace('-', '_') as typeof cohort
    const ends = ['1', '1 ', '', '_1', '\0', '\ud83d', '\ude00', '\ufffd']
    const names = ends.flatMap((end) => [`m-${cohort}${end}`, `M-${cohort}${end}`])
    const views = names.flatMap((view) => [
      { view, cohort },
      { view, cohort: another },
    ])
    for (const [n, of] of views.entries())
      await change(
        adapter,
        of,
        names.map((place) => [place, 'a', { n, place }] as const),
        { n },
      )
    for (const [n, of] of views.entries()) {
      assert.deepEqual((await headerOf(adapter, of))?.frame, { n })
      for (const place of names) {
        const rows = await placed(adapter, of.view, place)
        const mine = rows.filter((row) => row.cohort === of.cohort)
        assert.equal(rows.length, 2)
        assert.deepEqual(
          mine.map(({ row }) => row),
          [{ n, place }],
        )
      }
    }
    for (const [n, reader] of names.entries()) {
      const progress = { readers: [reader], checkpoint: String(n) }
      await got(adapter.commit({ changes: [], progress }))
    }
    for (const [n, reader] of names.entries())
      assert.equal(await got(adapter.checkpoint(reader)), String(n))
  },
)

const current = law<Port.ViewStore>(
  'pages show what keys came and went between them',
  async ({ adapter }) => {
    const of = newView()
    await change(
      adapter,
      of,
      rowsAt(
        'all',
        ['b', 'd', 'f'].map((key) => [key, { key }]),
      ),
    )
    const first = await got(adapter.rows(of.view, 'all', { limit: 1 }))
    const [after = { key: '', cohort: of.cohort }] = first.rows
    await change(
      adapter,
      of,
      rowsAt('all', [
        ['a', { n: 1 }],
        ['c', { n: 1 }],
        ['d', undefined],
      ]),
    )
    const second = await got(adapter.rows(of.view, 'all', { after, limit: 9 }))
    assert.deepEqual(
      [second.rows.map(({ key, row }) => [key, row]), second.more],
      [
        [
          ['c', { n: 1 }],
          ['f', { key: 'f' }],
        ],
        false,
      ],
    )
  },
)

const senseless = law<Port.ViewStore>(
  'a page that makes no sense is Misused',
  async ({ adapter }) => {
    const of = newView()
    await change(adapter, of, rowsAt('all', [['a', {}]]))
    for (const limit of [0, -1, 1.5, NaN, Infinity])
      for (const asking of [
        adapter.rows(of.view, 'all', { limit }),
        adapter.headersOf(of.view, { limit }),
      ])
        await refused<{ readonly _tag: string }, 'Misused', unknown>(
          asking,
          'Misused',
          `a page of ${String(limit)}`,
        )
  },
)

const kept = law<Port.ViewStore>(
  'what a caller or a reader changes later is not stored',
  async ({ adapter }) => {
    const [of, row, frame] = [newView(), { deep: { n: 1 } }, { list: ['a'] }]
    const committed = structuredClone([firstChange(of, rowsAt('all', [['a', row]]), frame)])
    await got(adapter.commit({ changes: committed }))
    deface(committed)
    for (let turn = 0; turn < 2; turn += 1) {
      const header = { version: 1, ...headerWith(frame) }
      const read = [
        await got(adapter.rows(of.view, 'all', { limit: 9 })),
        await got(adapter.headers([of])),
        await got(adapter.headersOf(of.view, { limit: 9 })),
      ] as const
      assert.deepEqual(read, [
        { rows: [{ key: 'a', cohort: of.cohort, row, header }], more: false },
        [header],
        { headers: [[of.cohort, header]], more: false },
      ])
      read.forEach(deface)
    }
  },
)

const asked = law<Port.ViewStore>(
  'headers are answered in the order of the asking, also twice, and of none where there is none',
  async ({ adapter }) => {
    const [one, two, none] = [newView(), newView(), newView()]
    await change(adapter, one, [], { n: 1 })
    await change(adapter, two, [], { n: 2 })
    const crossed = { view: one.view, cohort: two.cohort }
    const headers = await got(adapter.headers([one, two, none, crossed, two]))
    assert.deepEqual(
      headers.map((header) => header?.frame),
      [{ n: 1 }, { n: 2 }, undefined, undefined, { n: 2 }],
    )
    assert.deepEqual(await got(adapter.headers([])), [])
  },
)

const listed = law<Port.ViewStore>(
  'the headers of a view, or those that are parked, are read in pages by their cohorts',
  async ({ adapter }) => {
    const { view } = newView()
    const views = range(1, 9).map(() => newView(view))
    const parked = { revision: 2, because: 'unreadable' }
    for (const [n, of] of views.entries()) {
      const header = headerWith({ n }, n % 3 === 0 ? { parked } : {})
      await change(adapter, of, rowsAt('all', [['a', {}]]), {}, { header })
    }
    const [first, second] = views
    if (first === undefined || second === undefined) return
    // One is no longer parked, and another is by now.
    await change(adapter, first, [], { n: 0 })
    await change(adapter, second, [], {}, { header: headerWith({ n: 1 }, { parked }) })
    const all = views
      .map(({ cohort }, n) => ({ cohort, n }))
      .sort((a, b) => (a.cohort < b.cohort ? -1 : 1))
    for (const only of [{}, { parked: true as const }]) {
      const expected = 'parked' in only ? all.filter(({ n }) => [1, 3, 6].includes(n)) : all
      for (const limit of range(1, 10))
        for (const after of [undefined, ...all.map(({ cohort }) => cohort)]) {
          const page = await got(
            adapter.headersOf(view, { ...only, limit, ...(after === undefined ? {} : { after }) }),
          )
          const rest = expected.filter(({ cohort }) => after === undefined || cohort > after)
          assert.deepEqual(
            page.headers.map(([cohort, { frame }]) => ({ cohort, n: frame['n'] })),
            rest.slice(0, limit),
          )
          assert.equal(page.more, rest.length > limit)
        }
    }
  },
)

/** How views are read. */
export const readingLaws = [unchanged, apart, current, senseless, kept, asked, listed]
