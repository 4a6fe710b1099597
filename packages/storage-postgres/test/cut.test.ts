import { postgresEventStore, postgresViewStore } from '@reverse-mentoring/storage-postgres'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { got, readAll } from './log.ts'
import { opened, schemaOfTest } from './place.ts'
import { batch } from './record.ts'
import { startProxy } from '@reverse-mentoring/servers/postgres'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''

const cuttable = async () => {
  const proxy = await startProxy(url)
  onTestFinished(proxy.close)
  return { proxy, options: { url: proxy.url, schema: schemaOfTest(url) } }
}

const lost = { left: { _tag: 'Unavailable', reason: 'the connection was lost' } }

describe.skipIf(url === '')('a connection that is cut after the question was sent', () => {
  it('leaves an append that is sent again, and gets its first receipt', async () => {
    const { proxy, options } = await cuttable()
    const store = await opened(postgresEventStore(options))
    for (let expected = 0; expected < 10; expected += 2) {
      const records = batch(2)
      proxy.cutAfter('.append(')
      expect(await store.append('cohort-a', expected, records)()).toMatchObject(lost)
      expect(await got(store.append('cohort-a', expected, records))).toEqual({
        revision: expected + 2,
      })
    }
    expect(await readAll(store)).toHaveLength(10)
  })

  it('leaves one of several that went out together, each sent again with its first receipt', async () => {
    const { proxy, options } = await cuttable()
    const store = await opened(postgresEventStore(options))
    const batches = Array.from({ length: 5 }, () => batch(3))
    const appendAll = () =>
      Promise.all(batches.map((one, i) => store.append(`cohort-${String(i)}`, 0, one)()))
    proxy.cutAfter('.append(')
    for (const answer of await appendAll()) expect(answer).toMatchObject(lost)
    expect(await appendAll()).toEqual(batches.map(() => E.right({ revision: 3 })))
    expect(await readAll(store)).toHaveLength(15)
  })

  it('leaves a commit that is overtaken by itself, whose header says so', async () => {
    const { proxy, options } = await cuttable()
    const views = await opened(postgresViewStore(options))
    const of = { view: 'momentum-1', cohort: '00000000-0000-4000-8000-000000000001' as never }
    const commit = {
      changes: [{ ...of, after: 0, header: { revision: 0, frame: {} }, rows: [] }],
    }
    proxy.cutAfter('.commit_views(')
    expect(await views.commit(commit)()).toMatchObject(lost)
    expect(await views.commit(commit)()).toEqual(E.left({ _tag: 'Overtaken', headers: [of] }))
    expect(await got(views.headers([of]))).toMatchObject([{ version: 1 }])
  })
})

describe.skipIf(url === '')('appends', () => {
  it('are one round trip each', async () => {
    const { proxy, options } = await cuttable()
    const store = await opened(postgresEventStore(options))
    const counted = () => ['.append(', 'BEGIN', 'COMMIT'].map(proxy.count)
    const before = counted()
    for (let expected = 0; expected < 5; expected += 1)
      await got(store.append('cohort-a', expected, batch(1)))
    expect(counted().map((count, i) => count - (before[i] ?? 0))).toEqual([5, 0, 0])
  })

  it('of one process that come together go out in one statement, and the refusal of one hurts no other', async () => {
    const { proxy, options } = await cuttable()
    const store = await opened(postgresEventStore(options))
    const repeated = batch(2)
    await got(store.append('cohort-9', 0, repeated))
    const before = proxy.count('.append(')
    const answers = await Promise.all([
      ...Array.from({ length: 9 }, (_, i) => store.append(`cohort-${String(i)}`, 0, batch(1))()),
      store.append('cohort-9', 0, batch(1))(),
      store.append('cohort-9', 0, repeated)(),
      store.append('cohort-9', 2, batch(1))(),
      store.append('cohort-9', 3, batch(1), batch(1)[0].id)(),
      store.append('cohort-9', -1, batch(1))(),
      store.append('cohort-\0\ud800', 0, batch(1))(),
    ])
    expect(answers).toEqual([
      ...Array.from({ length: 9 }, () => E.right({ revision: 1 })),
      E.left({ _tag: 'Conflict', actual: 2 }),
      E.right({ revision: 2 }),
      E.right({ revision: 3 }),
      E.left({ _tag: 'Conflict', actual: 3 }),
      E.left({ _tag: 'Misused', reason: 'an expected revision is a whole number from 0' }),
      E.right({ revision: 1 }),
    ])
    expect(proxy.count('.append(') - before).toBe(1)
  })
})
