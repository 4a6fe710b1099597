import assert from 'node:assert/strict'
import type { Port } from '@reverse-mentoring/core'
import { got, law, turn } from '../law.ts'
import { newId } from '../record.ts'
import { change, newView, rowsOf } from './view.ts'

const durable = law<Port.ViewStore>(
  'what was committed is there after reopening',
  async ({ adapter, reopened }) => {
    const [reader, of] = [newId(), newView()]
    const rows = [
      ['a', { n: 1 }],
      ['b', { n: 2 }],
    ] as const
    const changes = [{ ...of, header: { revision: 2 }, rows }]
    await got(adapter.commit({ reader, checkpoint: '7', changes }))
    const later = await reopened()
    assert.equal(await got(later.checkpoint(reader)), '7')
    assert.deepEqual(await got(later.header(of)), { revision: 2 })
    assert.deepEqual(await rowsOf(later, of), rows)
  },
)

const shared = law<Port.ViewStore>(
  'what one was told is committed, all see',
  async ({ adapter, beside }) => {
    const [another, of] = [await beside(), newView()]
    for (const n of [1, 2, 3]) {
      const [writer, reader] = n === 2 ? [another, adapter] : [adapter, another]
      await change(
        writer,
        of,
        [
          ['a', { n }],
          [String(n), { n }],
        ],
        { n },
      )
      assert.deepEqual(await got(reader.header(of)), { n })
      assert.deepEqual(await got(reader.row(of, 'a')), { n })
      assert.equal((await rowsOf(reader, of)).length, n + 1)
    }
  },
)

const unsplit = law<Port.ViewStore>(
  'nobody ever sees a part of a commit',
  async ({ adapter, beside }) => {
    const [reader, of] = [await beside(), newView()]
    const keys = ['a', 'b', 'c', 'd', 'e']
    await change(
      adapter,
      of,
      keys.map((key) => [key, { n: 0 }] as const),
    )
    let over = false
    const write = async (): Promise<void> => {
      for (let n = 1; n <= 20; n += 1) {
        await change(
          adapter,
          of,
          keys.map((key) => [key, { n }] as const),
        )
        await turn()
      }
    }
    const writing = write().finally(() => {
      over = true
    })
    const watch = async (): Promise<void> => {
      while (!over) {
        await turn()
        const seen = new Set((await rowsOf(reader, of)).map(([, { n }]) => n))
        assert.equal(seen.size, 1, 'rows of two commits side by side')
      }
    }
    await Promise.all([writing, watch()])
  },
)

/** What holds over the life of a store, and when several work on the same views. */
export const companyLaws = [durable, shared, unsplit]
