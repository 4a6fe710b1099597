import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import { assertMisused, got, law, turn } from '../law.ts'
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

const durable = law<Port.ViewStore>(
  'what was committed is there after reopening, and its versions go on',
  async ({ adapter, reopened }) => {
    const of = newView()
    const rows = [
      ['a', { n: 1 }],
      ['b', { n: 2 }],
    ] as const
    const changes = [firstChange(of, rowsAt('all', rows), { n: 1 })]
    await got(adapter.commit({ changes, progress: { readers: [of.view], checkpoint: '7' } }))
    const later = await reopened()
    assert.equal(await got(later.checkpoint(of.view)), '7')
    assert.deepEqual(await headerOf(later, of), { version: 1, ...headerWith({ n: 1 }) })
    assert.deepEqual(await rowsOf(later, of.view, 'all'), rows)
    await got(later.commit({ changes: [{ ...firstChange(of), after: 1 }] }))
  },
)

const shared = law<Port.ViewStore>(
  'what one was told is committed, all see',
  async ({ adapter, beside }) => {
    const [another, of] = [await beside(), newView()]
    for (const n of [1, 2, 3]) {
      const [writer, reader] = n === 2 ? [another, adapter] : [adapter, another]
      const rows = rowsAt('all', [
        ['a', { n }],
        [String(n), { n }],
      ])
      await change(writer, of, rows, { n })
      assert.deepEqual((await headerOf(reader, of))?.frame, { n })
      const seen = await rowsOf(reader, of.view, 'all')
      assert.equal(seen.length, n + 1)
      assert.deepEqual(seen.at(-1), ['a', { n }])
    }
  },
)

const keys = ['a', 'b', 'c', 'd', 'e']

const unsplit = law<Port.ViewStore>(
  'nobody ever sees a part of a commit: rows come with the header that they were committed with',
  async ({ adapter, beside }) => {
    const [reader, { view }] = [await beside(), newView()]
    const views = [newView(view), newView(view)]
    const write = async (n: number): Promise<void> => {
      const rows = rowsAt(
        'all',
        keys.map((key) => [key, { n }]),
      )
      const changes = views.map((of) => ({
        ...firstChange(of, rows, { n }),
        after: n - 1,
        ...(n % 5 === 0 ? { anew: true as const } : {}),
      }))
      await got(adapter.commit({ changes }))
      await turn()
    }
    await write(1)
    let over = false
    const writing = (async () => {
      for (let n = 2; n <= 25; n += 1) await write(n)
    })().finally(() => {
      over = true
    })
    const watch = async (): Promise<void> => {
      while (!over) {
        await turn()
        const { rows } = await got(reader.rows(view, 'all', { limit: 100 }))
        assert.equal(rows.length, keys.length * views.length, 'rows are missing')
        const seen = new Set(rows.flatMap(({ row, header }) => [row['n'], header.frame['n']]))
        assert.equal(seen.size, 1, 'rows or headers of two commits side by side')
        const headers = await got(reader.headers(views))
        assert.equal(new Set(headers.map((header) => header?.version)).size, 1)
      }
    }
    await Promise.all([writing, watch()])
  },
)

const dropped = law<Port.ViewStore>(
  'a view that is dropped is gone with its checkpoint, others are unharmed, and it begins anew',
  async ({ adapter, beside }) => {
    const [old, next, another] = [newView(), newView(), await beside()]
    const views = [old, newView(old.view), { ...next, cohort: old.cohort }]
    for (const n of [1, 2])
      for (const of of views) {
        const rows = rowsAt('all', [[`k${String(n)}`, { n }]])
        await change(adapter, of, rows, { n })
      }
    const readers = [old.view, next.view]
    await got(adapter.commit({ changes: [], progress: { readers, checkpoint: '5' } }))
    for (const store of [adapter, adapter, another]) await got(store.drop(old.view))
    assert.deepEqual(await got(another.headers(views.slice(0, 2))), [undefined, undefined])
    assert.deepEqual(await placed(another, old.view, 'all'), [])
    assert.equal(await got(another.checkpoint(old.view)), undefined)
    assert.ok(!(await got(another.views)).includes(old.view), 'a dropped view is still named')
    assert.ok((await got(another.views)).includes(next.view), 'another view is gone with it')
    assert.equal(await got(another.checkpoint(next.view)), '5')
    assert.equal((await rowsOf(another, next.view, 'all')).length, 2)
    const changes = [firstChange(old, rowsAt('all', [['k3', { n: 3 }]]), { n: 3 })]
    await got(adapter.commit({ changes }))
    assert.deepEqual(await rowsOf(adapter, old.view, 'all'), [['k3', { n: 3 }]])
    assert.equal((await headerOf(adapter, old))?.version, 1)
    assert.equal((await rowsOf(adapter, next.view, 'all')).length, 2)
  },
)

const closed = law<Port.ViewStore>(
  'a store that was closed, where it can be, is Misused',
  async ({ adapter, reopened }) => {
    const of = newView()
    await change(adapter, of, rowsAt('all', [['a', {}]]))
    await reopened()
    assertMisused(await adapter.commit({ changes: [firstChange(newView())] })())
    assertMisused(await adapter.rows(of.view, 'all', { limit: 1 })())
    assertMisused(await adapter.headers([of])())
    assertMisused(await adapter.checkpoint(of.view)())
  },
)

/** What holds over the life of a store, and when several work on the same views. */
export const companyLaws = [durable, shared, unsplit, dropped, closed]
