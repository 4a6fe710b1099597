import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { batchOf, idsIn, newServer, recordOf, storeOn, until } from './scene.ts'
import { tooMuch } from './too-much.ts'

const all = { after: 0, limit: 100 }
const gone = E.left({ _tag: 'Misused', reason: expect.stringContaining('were deleted') as string })
const unavailable = E.left(expect.objectContaining({ _tag: 'Unavailable' }))

test('T1: a client whose first read met a dead server is replaced', async () => {
  const server = await newServer()
  const store = await storeOn(server)
  await store.append('cohort-1', 0, batchOf(1))()
  server.kill()
  for (let i = 0; i < 5; i += 1)
    expect(await store.readStream('cohort-1', all)()).toEqual(unavailable)
  await server.restart()
  const page = await until(store.readStream('cohort-1', all), E.isRight)
  expect(idsIn(page)).toHaveLength(1)
})

describe('T2: a subscription', () => {
  test('ends on the server when the store is closed', async () => {
    const server = await newServer()
    const store = await storeOn(server)
    expect(await until(server.subscriptions, (n) => n === 1)).toBe(1)
    await store.close()
    expect(await until(server.subscriptions, (n) => n === 0)).toBe(0)
  })

  test('is one, however often the client was replaced', async () => {
    const server = await newServer()
    const store = await storeOn(server)
    server.faults.silent = true
    for (let i = 0; i < 6; i += 1) expect(await store.head()).toEqual(unavailable)
    server.faults.silent = false
    await until(store.head, E.isRight)
    await until(server.subscriptions, (n) => n === 1)
    expect(server.subscriptions()).toBe(1)
  })
})

describe.each([
  ['in one call for all', true],
  ['in a call of its own, as with credentials', false],
])('Appends %s', (_, hasBatches) => {
  test('T3: what is not answered is unavailable in time, and has its receipt when it is sent again', async () => {
    const server = await newServer({ hasBatches })
    const store = await storeOn(server)
    for (const fault of ['swallowed', 'cut'] as const) {
      const [stream, batch] = [`cohort-${fault}`, batchOf(1, 3)]
      server.faults[fault] = 1
      expect(await store.append(stream, 0, batch)()).toEqual(unavailable)
      const again = await until(store.append(stream, 0, batch), E.isRight)
      expect(again).toEqual(E.right({ revision: 3 }))
      expect(idsIn(await until(store.readStream(stream, all), E.isRight))).toEqual(
        batch.map(({ id }) => id),
      )
    }
  })

  test.each(['', '&throwOnAppendFailure=false'])(
    'T4, T8: a conflict has the actual revision (%s)',
    async (asked) => {
      const store = await storeOn(await newServer({ hasBatches }), { asked })
      await store.append('cohort-1', 0, batchOf(1, 3))()
      for (const expected of [0, 1, 5])
        expect(await store.append('cohort-1', expected, batchOf(9))()).toEqual(
          E.left(Port.conflict(3)),
        )
      expect(await store.append('cohort-2', 2, batchOf(9))()).toEqual(E.left(Port.conflict(0)))
    },
  )

  test('T8: what the server itself finds too large is so, with its limit', async () => {
    const server = await newServer({ hasBatches })
    const store = await storeOn(server, { mostBytes: 2_000_000 })
    const answer = await store.append('cohort-1', 0, tooMuch())()
    expect(answer).toEqual(E.left(Port.tooLarge(1_048_576, 'bytes')))
    expect(server.log.all).toHaveLength(0)
  })
})

describe('T5, T6: a stream of which something was deleted', () => {
  test('is not taken for one that was never written', async () => {
    const server = await newServer()
    const store = await storeOn(server)
    await store.append('cohort-1', 0, batchOf(1, 3))()
    server.log.softDelete('mentoring-cohort-1')
    const { length } = server.log.all
    expect(await store.readStream('cohort-1', all)()).toEqual(gone)
    expect(await store.append('cohort-1', 0, batchOf(4))()).toEqual(gone)
    expect(server.log.all).toHaveLength(length)
  })

  test('is not taken for a whole one, once somebody wrote to it again', async () => {
    const server = await newServer()
    const store = await storeOn(server)
    await store.append('cohort-1', 0, batchOf(1, 3))()
    server.log.softDelete('mentoring-cohort-1')
    const { id, type } = recordOf(4)
    const [data, metadata] = [new TextEncoder().encode('{}'), new Uint8Array()]
    const contentType = 'application/json'
    server.log.append('mentoring-cohort-1', 'any', [{ id, type, contentType, data, metadata }])
    expect(await store.readStream('cohort-1', all)()).toEqual(gone)
    expect(await store.append('cohort-1', 0, batchOf(4))()).toEqual(gone)
  })
})

test('T7: an empty append is never sent', async () => {
  const server = await newServer()
  const store = await storeOn(server)
  expect(await store.append('cohort-1', 0, [] as never)()).toMatchObject(
    E.left({ _tag: 'Misused' }),
  )
  expect(server.log.all).toHaveLength(0)
})

test('T8: a server that is not there is unavailable, and says no stored word', async () => {
  const server = await newServer()
  const store = await storeOn(server)
  server.kill()
  const answers = [
    await store.append('cohort-secret', 0, batchOf(1))(),
    await store.readStream('cohort-secret', all)(),
    await store.readLog({ limit: 1 })(),
    await store.head(),
  ]
  for (const answer of answers) {
    expect(answer).toEqual(unavailable)
    expect(JSON.stringify(answer)).not.toContain('secret')
  }
})

test('what was recorded is known to the second, for the native part of the client gives no more', async () => {
  const store = await storeOn(await newServer())
  const before = Math.floor(Date.now() / 1000) * 1000
  await store.append('cohort-1', 0, batchOf(1))()
  const page = await store.readStream('cohort-1', all)()
  const [recordedAt = ''] = E.isRight(page) ? page.right.records.map((one) => one.recordedAt) : []
  expect(recordedAt).toMatch(/:\d\d\.000Z$/)
  expect(Date.parse(recordedAt) - before).toBeLessThanOrEqual(1000)
  expect(Date.parse(recordedAt)).toBeGreaterThanOrEqual(before)
})

test('T9: what stands beside the data is JSON on the server too', async () => {
  const server = await newServer()
  const store = await storeOn(server)
  const [record] = batchOf(1)
  await store.append('cohort-1', 0, [record])()
  const [stored] = server.log.all
  const read = (bytes: Uint8Array | undefined): unknown =>
    JSON.parse(new TextDecoder().decode(bytes))
  expect(read(stored?.metadata)).toEqual({ schema: 1, meta: record.meta })
  expect(read(stored?.data)).toEqual(record.data)
})

test('T10: appends of others are hinted at, whenever the subscription says it has caught up', async () => {
  const server = await newServer()
  const [store, other] = [await storeOn(server), await storeOn(server)]
  await until(server.subscriptions, (n) => n === 2)
  let heard = 0
  const stop = store.onAppend?.(() => (heard += 1))
  await other.append('cohort-1', 0, batchOf(1))()
  expect(
    await until(
      () => heard,
      (n) => n > 0,
    ),
  ).toBeGreaterThan(0)
  stop?.()
})

test('T11: no other client is installed beside this one, for two in one process spoil each other', () => {
  const lock = readFileSync(new URL('../../../pnpm-lock.yaml', import.meta.url), 'utf8')
  expect(lock).toContain('@kurrent/kurrentdb-client@')
  expect(lock).not.toMatch(/@eventstore\/db-client@/)
})

test('T12: a page whose read breaks off in the middle is no shorter page', async () => {
  const server = await newServer()
  const store = await storeOn(server)
  await store.append('cohort-1', 0, batchOf(1, 9))()
  server.faults.cutReads = 4
  expect(await store.readStream('cohort-1', all)()).toEqual(unavailable)
  expect(await store.readLog({ limit: 100 })()).toEqual(unavailable)
  server.faults.cutReads = undefined
  expect(idsIn(await until(store.readStream('cohort-1', all), E.isRight))).toHaveLength(9)
})
