import { eventStoreDiskLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, describe, expect, test } from 'vitest'
import { startServer } from '@reverse-mentoring/servers/kurrentdb'

const server = await startServer()
afterAll(server.kill)

/** In short what one process cannot see. */
const isFull = process.env['FULL'] === '1'

describe('Several processes on one server, some of them killed', () => {
  const module = new URL('child/disk.ts', import.meta.url)
  module.searchParams.set('url', server.connectionString)
  const all = eventStoreDiskLaws({ module })
  const laws = isFull ? all : all.filter(({ name }) => /one order/.test(name))
  test.each(laws)('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
