import type { Stored } from '@reverse-mentoring/core'
import { openPostgres, postgresEventStore } from '@reverse-mentoring/storage-postgres'
import * as E from 'fp-ts/lib/Either.js'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { assertSound, got, readAll } from './log.ts'
import { newSchema, opened } from './place.ts'
import { batch } from './record.ts'
import { sharedServer } from './server/shared.ts'
import { startServer } from '@reverse-mentoring/servers/postgres'

const isFull = process.env['FULL'] === '1'

// A server of one's own: it is crashed, and what it answers is on the disk. Where none runs, the other tests are left out too.
const url = await sharedServer()
const folder = await mkdtemp(join(tmpdir(), 'postgres-'))
const started = url === undefined ? 'none' : await startServer(folder, { fsync: true })
const server = typeof started === 'string' ? undefined : started
if (isFull && typeof started === 'string') throw new Error(`no server to crash: ${started}`)

afterAll(async () => {
  await server?.stop('immediate')
  await rm(folder, { recursive: true, force: true })
})

describe.skipIf(server === undefined)('a server', () => {
  const address = server?.url ?? ''

  it('that crashes under load keeps all that was acknowledged, and goes on when it is back', async () => {
    const store = await opened(postgresEventStore({ url: address, schema: newSchema() }))
    const acknowledged: Array<Stored.NewRecord['id']> = []
    const failures = new Set<string>()
    let isOver = false
    const write = async (stream: string): Promise<void> => {
      for (let revision = 0; !isOver;) {
        const records = batch(3)
        const send = store.append(stream, revision, records)
        let answer = await send()
        while (E.isLeft(answer) && answer.left._tag === 'Unavailable') {
          failures.add(answer.left._tag)
          await setTimeout(10)
          answer = await send()
        }
        revision = (await got(() => Promise.resolve(answer))).revision
        acknowledged.push(...records.map(({ id }) => id))
      }
    }
    const writing = Promise.all(['a', 'b', 'c', 'd'].map(write))
    for (let crash = 0; crash < (isFull ? 10 : 1); crash += 1) {
      const before = acknowledged.length
      await expect.poll(() => acknowledged.length).toBeGreaterThan(before)
      await server?.stop('immediate')
      await server?.start()
    }
    isOver = true
    await writing
    const log = await readAll(store)
    assertSound(log)
    expect([...failures]).toEqual(['Unavailable'])
    expect(log.map(({ id }) => id).sort()).toEqual(acknowledged.sort())
  })

  it('that stands still is Unavailable by the deadline, and goes on when it is back', async () => {
    const place = { url: address, deadline: 1000 }
    const log = { ...place, schema: newSchema() }
    const { store, viewStore, directory } = await opened(
      openPostgres({ log, directory: { ...place, schema: newSchema() }, deadline: 1000 }),
    )
    const records = batch(2)
    server?.freeze()
    try {
      const start = performance.now()
      const answers = await Promise.all([
        store.append('cohort-a', 0, records)(),
        store.append('cohort-b', 0, batch(1))(),
        store.readLog({ limit: 10 })(),
        viewStore.checkpoint('momentum-1')(),
        directory.labels('en')(),
        postgresEventStore({ ...log, schema: newSchema() })(),
      ])
      for (const answer of answers) expect(answer).toMatchObject({ left: { _tag: 'Unavailable' } })
      expect(performance.now() - start).toBeLessThan(4000)
    } finally {
      server?.thaw()
    }
    await expect
      .poll(() => store.append('cohort-a', 0, records)())
      .toEqual(E.right({ revision: 2 }))
  })

  it('that stands still lets go of who closes', async () => {
    const store = await opened(
      postgresEventStore({ url: address, schema: newSchema(), deadline: 1000 }),
    )
    server?.freeze()
    try {
      const start = performance.now()
      expect(await store.close()).toEqual(E.right(undefined))
      expect(performance.now() - start).toBeLessThan(4000)
    } finally {
      server?.thaw()
    }
  })
})
