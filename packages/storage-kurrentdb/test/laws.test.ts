import { eventStoreLaws } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, describe, expect, test } from 'vitest'
import { placesOn } from './place.ts'
import { startServer } from '@reverse-mentoring/servers/kurrentdb'
import { tooMuch } from './too-much.ts'

const server = await startServer()
afterAll(server.kill)

/** A real node, whose address is told from outside. */
const node = process.env['KURRENTDB_URL'] ?? ''

describe.each([
  ['a server of its protocol in this process', server.connectionString],
  ['the node that KURRENTDB_URL names', node],
])('On %s', (_, connectionString) => {
  const laws = eventStoreLaws(placesOn(connectionString), { beyond: tooMuch })
  test.skipIf(connectionString === '').each(laws)('$name', async ({ check }) => {
    expect(await check()).toEqual(E.right(undefined))
  })
})
