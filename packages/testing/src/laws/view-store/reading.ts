import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { deface } from '../deface.ts'
import { anyText, jsonObject } from '../json.ts'
import { got, law, range, refused } from '../law.ts'
import { newId } from '../record.ts'
import { change, newView, rowsOf, type Rows } from './view.ts'

const unchanged = law<Port.ViewStore>(
  'keys, rows, headers and checkpoints come back as they were committed, in the order of their keys',
  async ({ adapter }) => {
    const rows = fc.uniqueArray(fc.tuple(anyText, jsonObject), {
      selector: ([key]) => key,
      maxLength: 8,
    })
    const property = fc.asyncProperty(rows, jsonObject, anyText, async (some, header, text) => {
      const of = newView(text)
      const reader = `${text}${newId()}`
      await got(
        adapter.commit({ reader, checkpoint: text, changes: [{ ...of, header, rows: some }] }),
      )
      assert.equal(await got(adapter.checkpoint(reader)), text)
      assert.deepEqual(await got(adapter.header(of)), header)
      const sorted = [...some].sort(([a], [b]) => (a < b ? -1 : 1))
      assert.deepEqual(await rowsOf(adapter, of), sorted)
      assert.deepEqual(await rowsOf(adapter, of, 1), sorted)
      for (const [key, row] of some) assert.deepEqual(await got(adapter.row(of, key)), row)
    })
    await fc.assert(property, { numRuns: 100 })
  },
)

const paged = law<Port.ViewStore>(
  'rows are read in pages that say whether there is more, from any key',
  async ({ adapter }) => {
    const of = newView()
    const keys = Array.from({ length: 12 }, (_, n) => `k${String(n * 2).padStart(2, '0')}`)
    const rows: Rows = keys.toReversed().map((key) => [key, { key }] as const)
    await change(adapter, of, rows)
    for (const from of range(-1, 25))
      for (const limit of range(1, 14)) {
        const after = `k${String(from).padStart(2, '0')}`
        const page = await got(adapter.rows(of, from < 0 ? { limit } : { after, limit }))
        const rest = from < 0 ? keys : keys.filter((key) => key > after)
        assert.deepEqual(
          page.rows,
          rest.slice(0, limit).map((key) => [key, { key }]),
        )
        assert.equal(page.more, rest.length > limit)
      }
  },
)

const current = law<Port.ViewStore>(
  'pages show what keys came and went between them',
  async ({ adapter }) => {
    const of = newView()
    await change(
      adapter,
      of,
      ['b', 'd', 'f'].map((key) => [key, { key }] as const),
    )
    const first = await got(adapter.rows(of, { limit: 1 }))
    await change(adapter, of, [
      ['a', { n: 1 }],
      ['c', { n: 1 }],
      ['d', undefined],
    ])
    const second = await got(adapter.rows(of, { after: first.rows[0]?.[0] ?? '', limit: 9 }))
    assert.deepEqual(second, {
      rows: [
        ['c', { n: 1 }],
        ['f', { key: 'f' }],
      ],
      more: false,
    })
  },
)

const senseless = law<Port.ViewStore>(
  'a page that makes no sense is Unavailable',
  async ({ adapter }) => {
    const of = newView()
    await change(adapter, of, [['a', {}]])
    for (const limit of [0, -1, 1.5, NaN, Infinity])
      assert.equal((await refused(adapter.rows(of, { limit })))._tag, 'Unavailable')
  },
)

const kept = law<Port.ViewStore>(
  'what a caller or a reader changes later is not stored',
  async ({ adapter }) => {
    const [of, row, header] = [newView(), { deep: { n: 1 } }, { revision: 1, list: ['a'] }]
    const rows: Rows = [['a', structuredClone(row)]]
    const committed = { ...of, header: structuredClone(header), rows }
    await got(adapter.commit({ reader: newId(), checkpoint: '1', changes: [committed] }))
    deface(committed)
    for (let turn = 0; turn < 2; turn += 1) {
      const read = [await rowsOf(adapter, of), await got(adapter.header(of))] as const
      assert.deepEqual(read, [[['a', row]], header])
      const one = await got(adapter.row(of, 'a'))
      assert.deepEqual(one, row)
      deface(one)
      read.forEach(deface)
    }
  },
)

/** How views are read. */
export const readingLaws = [unchanged, paged, current, senseless, kept]
