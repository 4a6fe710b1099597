import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import { got, law, refused } from '../law.ts'
import { newId } from '../record.ts'
import { change, newView, rowsOf } from './view.ts'

const unseen = law<Port.ViewStore>(
  'before the first commit there is nothing',
  async ({ adapter }) => {
    const of = newView()
    assert.equal(await got(adapter.checkpoint(newId())), undefined)
    assert.equal(await got(adapter.header(of)), undefined)
    assert.equal(await got(adapter.row(of, 'a')), undefined)
    assert.deepEqual(await got(adapter.rows(of, { limit: 10 })), { rows: [], more: false })
  },
)

const whole = law<Port.ViewStore>(
  'a commit brings its checkpoint, its headers and its rows',
  async ({ adapter }) => {
    const [reader, one, two] = [newId(), newView(), newView()]
    const changes: ReadonlyArray<Port.ViewChange> = [
      { ...one, header: { revision: 3 }, rows: [['a', { n: 1 }]] },
      { ...two, header: { revision: 5 }, rows: [['b', { n: 2 }]] },
    ]
    await got(adapter.commit({ reader, checkpoint: '8', changes }))
    assert.equal(await got(adapter.checkpoint(reader)), '8')
    assert.deepEqual(await got(adapter.header(one)), { revision: 3 })
    assert.deepEqual(await got(adapter.header(two)), { revision: 5 })
    assert.deepEqual(await rowsOf(adapter, one), [['a', { n: 1 }]])
    assert.deepEqual(await rowsOf(adapter, two), [['b', { n: 2 }]])
    assert.deepEqual(await got(adapter.row(two, 'b')), { n: 2 })
    assert.equal(await got(adapter.row(two, 'a')), undefined)
  },
)

const replaced = law<Port.ViewStore>(
  'a later commit replaces what it names, takes away what is undefined, and leaves the rest',
  async ({ adapter }) => {
    const of = newView()
    const first = ['a', 'b', 'c', 'd'].map((key) => [key, { key, n: 1 }] as const)
    await change(adapter, of, first, { revision: 1, closed: true })
    await change(
      adapter,
      of,
      [
        ['b', { n: 2 }],
        ['c', undefined],
        ['z', undefined],
      ],
      { revision: 2 },
    )
    assert.deepEqual(await got(adapter.header(of)), { revision: 2 })
    assert.deepEqual(await rowsOf(adapter, of), [
      ['a', { key: 'a', n: 1 }],
      ['b', { n: 2 }],
      ['d', { key: 'd', n: 1 }],
    ])
    assert.equal(await got(adapter.row(of, 'c')), undefined)
    await change(adapter, of, [['c', { n: 3 }]])
    assert.deepEqual(await got(adapter.row(of, 'c')), { n: 3 })
    await change(
      adapter,
      of,
      ['a', 'b', 'c', 'd'].map((key) => [key, undefined] as const),
    )
    assert.deepEqual(await got(adapter.rows(of, { limit: 10 })), { rows: [], more: false })
    assert.notEqual(await got(adapter.header(of)), undefined, 'the header stays')
  },
)

const ordered = law<Port.ViewStore>(
  'of two changes of one row in one commit the later counts',
  async ({ adapter }) => {
    const [reader, of] = [newId(), newView()]
    const rows = [
      ['a', { n: 1 }],
      ['b', { n: 1 }],
      ['a', { n: 2 }],
      ['b', undefined],
    ] as const
    const later = { ...of, header: { revision: 2 }, rows: [['c', { n: 2 }]] as const }
    const changes = [
      { ...of, header: { revision: 1 }, rows: [...rows, ['c', { n: 1 }] as const] },
      later,
    ]
    await got(adapter.commit({ reader, checkpoint: '1', changes }))
    assert.deepEqual(await got(adapter.header(of)), { revision: 2 })
    assert.deepEqual(await rowsOf(adapter, of), [
      ['a', { n: 2 }],
      ['c', { n: 2 }],
    ])
  },
)

const apart = law<Port.ViewStore>(
  'views, cohorts and readers are apart, however alike their names',
  async ({ adapter }) => {
    const { cohort } = newView()
    const another = cohort.replace('-', '_') as typeof cohort
    const strange = ['\0', '\ud83d', '\ude00', '\ufffd'].map((end) => `momentum-${end}`)
    const names = [
      'momentum-1',
      'Momentum-1',
      'momentum-1 ',
      'momentum-',
      'momentum_1',
      '',
      ...strange,
    ]
    const views = names.flatMap((view) => [
      { view, cohort },
      { view, cohort: another },
    ])
    for (const [n, of] of views.entries())
      await change(
        adapter,
        of,
        [
          ['a', { n }],
          [String(n), { n }],
        ],
        { n },
      )
    for (const [n, of] of views.entries()) {
      assert.deepEqual(await got(adapter.header(of)), { n })
      assert.deepEqual(await rowsOf(adapter, of), [
        [String(n), { n }],
        ['a', { n }],
      ])
    }
    const readers = ['a', 'A', 'a ', '', 'a\0', '\ud83d', '\ufffd'].map((end) => `${cohort}${end}`)
    for (const [n, reader] of readers.entries())
      await got(adapter.commit({ reader, checkpoint: String(n), changes: [] }))
    for (const [n, reader] of readers.entries())
      assert.equal(await got(adapter.checkpoint(reader)), String(n))
  },
)

const allOrNothing = law<Port.ViewStore>(
  'a commit is stored whole or not at all, and a defect is Unavailable',
  async ({ adapter }) => {
    const [reader, one, two] = [newId(), newView(), newView()]
    const sound = { ...one, header: { revision: 1 }, rows: [['a', { n: 1 }]] as const }
    await got(adapter.commit({ reader, checkpoint: '1', changes: [sound] }))
    const next = {
      ...sound,
      header: { revision: 2 },
      rows: [
        ['a', { n: 2 }],
        ['b', { n: 2 }],
      ] as const,
    }
    for (const broken of [
      {
        ...two,
        header: { revision: 2 },
        rows: [
          ['a', { n: 1 }],
          ['b', { n: 1n }],
        ] as const,
      },
      { ...two, header: { revision: 2n }, rows: [] },
    ]) {
      const failure = await refused(
        adapter.commit({ reader, checkpoint: '2', changes: [next, broken] }),
      )
      assert.equal(failure._tag, 'Unavailable')
      assert.equal(await got(adapter.checkpoint(reader)), '1')
      assert.deepEqual(await got(adapter.header(one)), { revision: 1 })
      assert.deepEqual(await rowsOf(adapter, one), [['a', { n: 1 }]])
      assert.equal(await got(adapter.header(two)), undefined)
      assert.deepEqual(await rowsOf(adapter, two), [])
    }
  },
)

const lazy = law<Port.ViewStore>(
  'a commit happens when it is run, and each time that it is',
  async ({ adapter }) => {
    const [reader, of] = [newId(), newView()]
    const commits = [1, 2].map((n) => {
      const changes = [{ ...of, header: { n }, rows: [['a', { n }]] as const }]
      return adapter.commit({ reader, checkpoint: String(n), changes })
    })
    const asking = adapter.checkpoint(reader)
    await new Promise((resolve) => setTimeout(resolve, 1))
    assert.equal(await got(asking), undefined)
    for (const n of [1, 2, 1]) {
      const commit = commits[n - 1]
      if (commit !== undefined) await got(commit)
      assert.equal(await got(asking), String(n))
      assert.deepEqual(await rowsOf(adapter, of), [['a', { n }]])
    }
  },
)

/** What a commit does. */
export const commitLaws = [unseen, whole, replaced, ordered, apart, allOrNothing, lazy]
