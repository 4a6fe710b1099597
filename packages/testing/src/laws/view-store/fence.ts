import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { got, law, range, refused } from '../law.ts'
import { change, firstChange, headerOf, newView, rowsAt, rowsOf, versionOf } from './view.ts'

const counted = law<Port.ViewStore>(
  'every commit raises the version by one, also one that only parks',
  async ({ adapter }) => {
    const of = newView()
    const parked = { revision: 3, because: 'an event of a later version' }
    await change(adapter, of, rowsAt('all', [['a', { n: 1 }]]))
    for (const header of [
      { revision: 2, parked, frame: { n: 1 } },
      { revision: 2, frame: { n: 1 } },
      { revision: 0, frame: {} },
    ]) {
      const version = (await versionOf(adapter, of)) + 1
      await change(adapter, of, [], {}, { header })
      assert.deepEqual(await headerOf(adapter, of), { version, ...header })
      assert.deepEqual(await rowsOf(adapter, of.view, 'all'), [['a', { n: 1 }]])
    }
    assert.equal(await versionOf(adapter, of), 4)
  },
)

const named = law<Port.ViewStore>(
  'a commit that comes after another version than stands is Overtaken: it names those views, and changes nothing',
  async ({ adapter }) => {
    const { view } = newView()
    const views = range(0, 3).map(() => newView(view))
    const written = (n: number, after: number): ReadonlyArray<Port.ViewChange> =>
      views.map((of) => ({ ...firstChange(of, rowsAt('all', [['a', { n }]]), { n }), after }))
    const progress = (checkpoint: string) => ({ readers: [view], checkpoint })
    for (const n of [1, 2])
      await got(adapter.commit({ changes: written(n, n - 1), progress: progress(String(n)) }))
    const shown = async () => [
      await got(adapter.rows(view, 'all', { limit: 9 })),
      await got(adapter.headers(views)),
      await got(adapter.checkpoint(view)),
    ]
    const before = await shown()
    for (const stale of range(1, 15).map((bits) => views.filter((_, n) => bits & (1 << n))))
      for (const after of [0, 1, 3]) {
        const unseen = newView(view)
        const changes = [
          ...written(3, 2).map((one, n) => {
            const of = views[n] ?? unseen
            return stale.includes(of) ? { ...one, after, anew: true as const } : one
          }),
          firstChange(unseen, rowsAt('all', [['b', {}]])),
        ]
        const failure = await refused(
          adapter.commit({ changes, progress: progress('3') }),
          'Overtaken',
        )
        assert.deepEqual(failure, { _tag: 'Overtaken', headers: stale })
        assert.deepEqual(await shown(), before)
        assert.equal(await headerOf(adapter, unseen), undefined)
      }
    const none = newView(view)
    const failure = await refused(
      adapter.commit({ changes: [{ ...firstChange(none), after: 1 }] }),
      'Overtaken',
      'where none stands',
    )
    assert.deepEqual(failure, { _tag: 'Overtaken', headers: [none] }, 'where none stands')
  },
)

const raced = law<Port.ViewStore>(
  'of twenty commits after one version one wins, and only its rows stand',
  async ({ adapter, beside }) => {
    const [stores, of] = [[adapter, await beside()], newView()]
    for (const after of [0, 1, 2]) {
      const answers = await Promise.all(
        range(1, 20).map((n) => {
          const rows = rowsAt('all', [
            ['last', { n }],
            [`of-${String(after)}-${String(n)}`, { n }],
          ])
          const changes = [{ ...firstChange(of, rows, { n }), after }]
          return (stores[n % 2] ?? adapter).commit({ changes })()
        }),
      )
      const won = answers.flatMap((answer, index) => (E.isRight(answer) ? [index + 1] : []))
      assert.equal(won.length, 1, 'one winner')
      for (const { left } of answers.filter(E.isLeft))
        assert.deepEqual(left, { _tag: 'Overtaken', headers: [of] })
      const header = await headerOf(adapter, of)
      assert.deepEqual([header?.version, header?.frame], [after + 1, { n: won[0] }])
      const rows = await rowsOf(adapter, of.view, 'all')
      assert.equal(rows.length, after + 2, 'no row of a loser')
      assert.deepEqual(rows[0], ['last', { n: won[0] }])
    }
  },
)

const slow = law<Port.ViewStore>(
  'who was slow writes over nothing newer; a checkpoint may go back',
  async ({ adapter, beside }) => {
    const [of, another] = [newView(), await beside()]
    const progress = (checkpoint: string) => ({ readers: [of.view], checkpoint })
    const commit = (store: Port.ViewStore, n: number, after: number) => {
      const changes = [{ ...firstChange(of, rowsAt('all', [['a', { n }]]), { n }), after }]
      return store.commit({ changes, progress: progress(String(n)) })
    }
    await got(commit(adapter, 1, 0))
    const late = commit(adapter, 2, await versionOf(adapter, of))
    await got(commit(another, 7, 1))
    await got(commit(another, 8, 2))
    assert.deepEqual(await refused(late, 'Overtaken'), { _tag: 'Overtaken', headers: [of] })
    assert.deepEqual(await rowsOf(adapter, of.view, 'all'), [['a', { n: 8 }]])
    assert.equal(await got(adapter.checkpoint(of.view)), '8')
    await got(another.commit({ changes: [], progress: progress('3') }))
    assert.equal(await got(adapter.checkpoint(of.view)), '3', 'it goes back')
    assert.deepEqual(await rowsOf(adapter, of.view, 'all'), [['a', { n: 8 }]])
  },
)

const passing = law<Port.ViewStore>(
  'a reader that says where it stood stays where it is if it stands elsewhere, or its view was dropped meanwhile',
  async ({ adapter, beside }) => {
    const [of, reader, another] = [newView(), newView().view, await beside()]
    const move = (checkpoint: string, at?: string) =>
      got(
        adapter.commit({
          changes: [],
          progress: {
            ...{ readers: [of.view, reader], checkpoint },
            from: at === undefined ? {} : { at },
          },
        }),
      )
    const stands = async () => [
      await got(another.checkpoint(of.view)),
      await got(another.checkpoint(reader)),
    ]
    await move('7', '6')
    assert.deepEqual(await stands(), [undefined, undefined], 'it stood nowhere')
    await move('1')
    await move('2', '1')
    assert.deepEqual(await stands(), ['2', '2'])
    await move('3', '1')
    await move('3')
    assert.deepEqual(await stands(), ['2', '2'], 'it stood elsewhere')
    await change(adapter, of, rowsAt('all', [['a', {}]]))
    await got(another.drop(of.view))
    await move('4', '2')
    assert.deepEqual(await stands(), [undefined, '4'], 'its view was dropped')
  },
)

/** What keeps a commit from writing over another. */
export const fenceLaws = [counted, named, raced, slow, passing]
