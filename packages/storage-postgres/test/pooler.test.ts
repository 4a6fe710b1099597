import type { Law, NewPlace } from '@reverse-mentoring/testing'
import { directoryLaws, eventStoreLaws, viewStoreLaws } from '@reverse-mentoring/testing'
import {
  openPostgres,
  postgresDirectory,
  postgresEventStore,
  postgresViewStore,
} from '@reverse-mentoring/storage-postgres'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, describe, expect, it, test } from 'vitest'
import { assertSound, got, readAll } from './log.ts'
import { inSchemas, opened, schemaOfTest } from './place.ts'
import { batch } from './record.ts'
import { startPooler } from '@reverse-mentoring/servers/postgres'
import { sharedServer } from './server/shared.ts'

const isFull = process.env['FULL'] === '1'

const direct = await sharedServer()
const started = direct === undefined ? 'there is no server' : await startPooler(direct)
if (typeof started === 'string') {
  const sentence = `the tests behind a pooler: ${started}`
  if (isFull) throw new Error(sentence)
  process.stderr.write(`left out: ${sentence}\n`)
}
const pooler = typeof started === 'string' ? undefined : started
const url = pooler?.url ?? ''

afterAll(() => pooler?.stop())

const inPool = <Adapter>(
  laws: (place: NewPlace<Adapter>) => ReadonlyArray<Law>,
  place: NewPlace<Adapter>,
) => {
  const all = laws(place)
  // All of them run against the server itself; here, those of several who work at once.
  return isFull
    ? all
    : all.filter(({ name }) => /one wins|misses nothing|part of a|the first one/.test(name))
}

describe.skipIf(pooler === undefined)('behind a pooler in transaction mode', () => {
  const laws = [
    ...inPool(eventStoreLaws, inSchemas(url, postgresEventStore)),
    ...inPool(viewStoreLaws, inSchemas(url, postgresViewStore)),
    ...inPool(directoryLaws, inSchemas(url, postgresDirectory)),
  ]
  test.each(laws)('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })

  it('tenants work side by side on two connections, and hear of each other where they listen', async () => {
    const tenants = await Promise.all(
      [1, 2, 3].map(async () => {
        const log = { url, schema: schemaOfTest(url), listen: direct ?? '' }
        const directory = { url, schema: schemaOfTest(url) }
        const one = await opened(openPostgres({ log, directory }))
        return { one, other: await opened(postgresEventStore(log)) }
      }),
    )
    await Promise.all(
      tenants.map(async ({ one, other }, tenant) => {
        const heard = { times: 0 }
        other.onAppend?.(() => (heard.times += 1))
        const streams = ['a', 'b', 'c']
        await Promise.all(
          streams.map(async (stream) => {
            for (let revision = 0; revision < 20; revision += 2)
              await got((revision % 4 === 0 ? one.store : other).append(stream, revision, batch(2)))
            await got(one.directory.secret(stream, String(tenant)))
          }),
        )
        await expect.poll(() => heard.times).toBeGreaterThan(0)
        const log = await readAll(other)
        assertSound(log)
        expect(log).toHaveLength(60)
        expect(await got(one.directory.secret('a', 'late'))).toBe(String(tenant))
      }),
    )
  })
})
