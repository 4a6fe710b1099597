import { eventStoreLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, describe, expect, test } from 'vitest'
import { placesOn } from './place.ts'
import { startServer } from './server/server.ts'
import { tooMuch } from './too-much.ts'

const server = await startServer()
afterAll(server.kill)

/** A real node, whose address is told from outside. */
const node = process.env['KURRENTDB_URL'] ?? ''

const servers = [
  ['a server of its protocol in this process', server.connectionString],
  ...(node === '' ? [] : [['the node of KURRENTDB_URL', node] as const]),
] as const

describe.each(servers)('On %s', (_, connectionString) => {
  const laws = eventStoreLaws(placesOn(connectionString), { beyond: tooMuch })
  test.each(laws)('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})

test.runIf(node === '')('… and on no real node: KURRENTDB_URL names none', () => {
  expect(node).toBe('')
})
