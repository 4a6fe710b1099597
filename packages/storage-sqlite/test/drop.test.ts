import type { Port, Values } from '@reverse-mentoring/core'
import { sqliteViewStore } from '@reverse-mentoring/storage-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { newFile, opened } from './file.ts'

const child = fileURLToPath(new URL('child/drop.ts', import.meta.url))
const cohort = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Values.CohortId

const rowsOfEach = 3000
const cohorts = [1, 2, 3, 4, 5, 6, 7, 8].map(cohort)

const record = '00000000-0000-4000-8000-000000000099' as Values.Uuid

const change = (view: string, of: Values.CohortId): Port.ViewChange => ({
  ...{ view, cohort: of, after: 0 },
  header: { revision: 1, record, frame: {} },
  rows: Array.from({ length: rowsOfEach }, (_, n) => ['all', `${of} ${String(n)}`, { n }]),
})

/** A view of eight cohorts that goes in several transactions, and another one of one cohort. */
const filled = async (file: string) => {
  const views = await opened(sqliteViewStore({ file }))
  for (const of of cohorts) {
    const progress = { readers: ['old'], checkpoint: '1' }
    expect(await views.commit({ changes: [change('old', of)], progress })()).toEqual(
      E.right(undefined),
    )
  }
  await views.commit({ changes: [change('other', cohort(1))] })()
  return views
}

const headers = async (views: Port.ViewStore, view: string) => {
  const page = await views.headersOf(view, { limit: 100 })()
  return E.isRight(page) ? page.right.headers.map(([of]) => of) : []
}

const rows = async (views: Port.ViewStore, view: string): Promise<number> => {
  const page = await views.rows(view, 'all', { limit: 1_000_000 })()
  return E.isRight(page) ? page.right.rows.length : -1
}

describe('a view that is taken away', () => {
  it('goes with its checkpoint, and leaves others their turn and their rows', async () => {
    const views = await filled(newFile())
    const order: Array<string> = []
    const drop = views
      .drop('old')()
      .then(() => order.push('dropped'))
    const asked = views
      .checkpoint('other')()
      .then(() => order.push('asked'))
    await Promise.all([drop, asked])
    expect(order).toEqual(['asked', 'dropped'])
    expect(await views.views()).toEqual(E.right(['other']))
    expect([await rows(views, 'old'), await rows(views, 'other')]).toEqual([0, rowsOfEach])
    expect(await views.checkpoint('old')()).toEqual(E.right(undefined))
  })

  it('keeps whole cohorts and no checkpoint where its process is killed, and goes with the next try', async () => {
    const file = newFile()
    await (await filled(file)).close()
    expect(spawnSync(process.execPath, [child, file, 'old']).signal).toBe('SIGKILL')
    const views = await opened(sqliteViewStore({ file }))
    const left = await headers(views, 'old')
    expect(left.length).toBeGreaterThan(0)
    expect(left.length).toBeLessThan(cohorts.length)
    expect(await rows(views, 'old')).toBe(left.length * rowsOfEach)
    expect(await views.checkpoint('old')()).toEqual(E.right(undefined))
    expect(await views.drop('old')()).toEqual(E.right(undefined))
    expect([await views.views(), await rows(views, 'old')]).toEqual([E.right(['other']), 0])
  })
})
