import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import { got, law, refused } from '../law.ts'
import { newId } from '../record.ts'
import {
  change,
  firstChange,
  headerOf,
  headerWith,
  newView,
  rowsAt,
  rowsOf,
  versionOf,
} from './view.ts'

const unseen = law<Port.ViewStore>(
  'before the first commit there is nothing',
  async ({ adapter }) => {
    const { view, cohort } = newView()
    assert.equal(await got(adapter.checkpoint(newId())), undefined)
    assert.deepEqual(await got(adapter.headers([{ view, cohort }])), [undefined])
    assert.deepEqual(await got(adapter.headersOf(view, { limit: 10 })), {
      headers: [],
      more: false,
    })
    assert.deepEqual(await got(adapter.rows(view, 'all', { limit: 10 })), { rows: [], more: false })
    assert.ok(!(await got(adapter.views)).includes(view), 'a view that nobody wrote is named')
    await got(adapter.commit({ changes: [] }))
  },
)

const whole = law<Port.ViewStore>(
  'a commit brings its headers, its rows, and its readers to its checkpoint',
  async ({ adapter }) => {
    const [one, two] = [newView(), newView()]
    const header = { revision: 5, record: newId(), frame: { closed: true } }
    const changes = [
      firstChange(one, rowsAt('all', [['a', { n: 1 }]])),
      { ...firstChange(two, rowsAt('all', [['b', { n: 2 }]])), header },
    ]
    const readers = [one.view, two.view]
    await got(adapter.commit({ changes, progress: { readers, checkpoint: '8' } }))
    for (const reader of readers) assert.equal(await got(adapter.checkpoint(reader)), '8')
    assert.deepEqual(await headerOf(adapter, one), { version: 1, revision: 1, frame: {} })
    assert.deepEqual(await headerOf(adapter, two), { version: 1, ...header })
    assert.deepEqual(await rowsOf(adapter, one.view, 'all'), [['a', { n: 1 }]])
    assert.deepEqual(await rowsOf(adapter, two.view, 'all'), [['b', { n: 2 }]])
    const views = await got(adapter.views)
    assert.deepEqual(
      views.filter((view) => readers.includes(view)),
      [...readers].sort(),
    )
    assert.deepEqual(views, [...views].sort())
  },
)

const replaced = law<Port.ViewStore>(
  'a later commit replaces what it names, takes away what is undefined, and leaves the rest',
  async ({ adapter }) => {
    const of = newView()
    const keys = ['a', 'b', 'c', 'd']
    const rowsNow = () => rowsOf(adapter, of.view, 'all')
    await change(
      adapter,
      of,
      rowsAt(
        'all',
        keys.map((key) => [key, { key, n: 1 }]),
      ),
      {
        closed: true,
      },
    )
    const later = rowsAt('all', [
      ['b', { n: 2 }],
      ['c', undefined],
      ['z', undefined],
    ])
    await change(adapter, of, later, { n: 2 }, { header: headerWith({ n: 2 }, { revision: 2 }) })
    const header = { version: 2, revision: 2, frame: { n: 2 } }
    assert.deepEqual(await headerOf(adapter, of), header, 'a header is replaced')
    assert.deepEqual(await rowsNow(), [
      ['a', { key: 'a', n: 1 }],
      ['b', { n: 2 }],
      ['d', { key: 'd', n: 1 }],
    ])
    await change(adapter, of, rowsAt('all', [['c', { n: 3 }]]))
    assert.deepEqual((await rowsNow())[2], ['c', { n: 3 }])
    await change(
      adapter,
      of,
      rowsAt(
        'all',
        keys.map((key) => [key, undefined]),
      ),
    )
    assert.deepEqual(await rowsNow(), [])
    assert.equal(await versionOf(adapter, of), 4, 'the header stays')
  },
)

const ordered = law<Port.ViewStore>(
  'of two changes of one row in one commit the later counts',
  async ({ adapter }) => {
    const of = newView()
    const rows = rowsAt('all', [
      ['a', { n: 1 }],
      ['b', { n: 1 }],
      ['c', undefined],
      ['a', { n: 2 }],
      ['b', undefined],
      ['c', { n: 2 }],
    ])
    await change(adapter, of, rows)
    assert.deepEqual(await rowsOf(adapter, of.view, 'all'), [
      ['a', { n: 2 }],
      ['c', { n: 2 }],
    ])
  },
)

const anew = law<Port.ViewStore>(
  'a change that makes all anew leaves no row that stood, of this view and cohort only',
  async ({ adapter }) => {
    const of = newView()
    const others = [{ ...newView(of.view) }, { ...newView(), cohort: of.cohort }]
    const rows = [
      ...rowsAt('all', [
        ['a', { n: 1 }],
        ['b', { n: 1 }],
      ]),
      ...rowsAt('elsewhere', [['a', { n: 1 }]]),
    ]
    for (const one of [of, ...others]) await change(adapter, one, rows)
    const fresh = rowsAt('all', [
      ['b', { n: 2 }],
      ['c', { n: 2 }],
    ])
    for (const turn of [2, 3]) {
      await change(adapter, of, fresh, {}, { anew: true })
      assert.equal(await versionOf(adapter, of), turn)
      const mine = async (place: string) =>
        (await got(adapter.rows(of.view, place, { limit: 99 }))).rows
          .filter(({ cohort }) => cohort === of.cohort)
          .map(({ key, row }) => [key, row['n']])
      assert.deepEqual(await mine('all'), [
        ['b', 2],
        ['c', 2],
      ])
      assert.deepEqual(await mine('elsewhere'), [])
    }
    for (const { view, cohort } of others)
      for (const [place, size] of [
        ['all', 2],
        ['elsewhere', 1],
      ] as const) {
        const { rows } = await got(adapter.rows(view, place, { limit: 99 }))
        assert.equal(rows.filter((row) => row.cohort === cohort).length, size, 'others keep theirs')
      }
    await change(adapter, of, [], {}, { anew: true })
    const left = await got(adapter.rows(of.view, 'all', { limit: 99 }))
    assert.ok(
      left.rows.every(({ cohort }) => cohort !== of.cohort),
      'rows are left that were made anew',
    )
  },
)

const unfit: ReadonlyArray<
  readonly [why: string, broken: (of: Port.ViewOf) => ReadonlyArray<Port.ViewChange>]
> = [
  ['a view twice', (of) => [firstChange(of), firstChange(of)]],
  ['a negative version', (of) => [{ ...firstChange(of), after: -1 }]],
  ['half a version', (of) => [{ ...firstChange(of), after: 0.5 }]],
  ['no number as version', (of) => [{ ...firstChange(of), after: NaN }]],
  [
    'a row that is no JSON',
    (of) => [
      firstChange(
        of,
        rowsAt('all', [
          ['a', {}],
          ['b', { n: 1n }],
        ]),
      ),
    ],
  ],
  ['a frame that is no JSON', (of) => [firstChange(of, [], { n: 1n })]],
]

const allOrNothing = law<Port.ViewStore>(
  'a commit that makes no sense, or holds what is no JSON, is Misused and changes nothing',
  async ({ adapter }) => {
    const [one, two] = [newView(), newView()]
    const rows = rowsAt('all', [['a', { n: 1 }]])
    const readers = [one.view]
    const progress = { readers, checkpoint: '1' }
    await got(adapter.commit({ changes: [firstChange(one, rows)], progress }))
    const next = { ...firstChange(one, rowsAt('all', [['a', { n: 2 }]])), after: 1 }
    for (const [why, broken] of unfit) {
      const changes = [next, ...broken(two)]
      const commit = adapter.commit({ changes, progress: { readers, checkpoint: '2' } })
      await refused(commit, 'Misused', why)
      assert.equal(await got(adapter.checkpoint(one.view)), '1', why)
      assert.equal(await versionOf(adapter, one), 1, why)
      assert.deepEqual(await rowsOf(adapter, one.view, 'all'), [['a', { n: 1 }]], why)
      assert.equal(await headerOf(adapter, two), undefined, why)
      assert.deepEqual(await rowsOf(adapter, two.view, 'all'), [], why)
    }
  },
)

const lazy = law<Port.ViewStore>(
  'a commit happens when it is run, and each time that it is',
  async ({ adapter }) => {
    const of = newView()
    const commit = adapter.commit({ changes: [firstChange(of, rowsAt('all', [['a', { n: 1 }]]))] })
    const asking = adapter.headers([of])
    await new Promise((resolve) => setTimeout(resolve, 1))
    assert.deepEqual(await got(asking), [undefined])
    await got(commit)
    assert.equal((await got(asking))[0]?.version, 1)
    await refused(commit, 'Overtaken', 'it is run again')
  },
)

const namedTwice = law<Port.ViewStore>(
  'a reader that is named twice in one commit is named once',
  async ({ adapter }) => {
    const [{ view }, of] = [newView(), newView()]
    const readers = [view, of.view, view]
    for (const [n, from] of [undefined, { at: '0' }, {}].entries()) {
      const progress = { readers, checkpoint: String(n), ...(from && { from }) }
      const changes = [{ ...firstChange(of), after: n }]
      await got(adapter.commit({ changes, progress }))
      // Where `from` is another place than they stand at, they stay.
      for (const reader of readers)
        assert.equal(await got(adapter.checkpoint(reader)), String(Math.min(n, 1)))
    }
  },
)

/** What a commit does. */
export const commitLaws = [unseen, whole, namedTwice, replaced, ordered, anew, allOrNothing, lazy]
