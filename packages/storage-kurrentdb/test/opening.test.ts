import { KurrentDBClient } from '@kurrent/kurrentdb-client'
import { type KurrentOptions, kurrentEventStore } from '@reverse-mentoring/storage-kurrentdb'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { batchOf, newServer, storeOn } from './scene.ts'

const client = () => KurrentDBClient.connectionString('kurrentdb://127.0.0.1:1?tls=false')

describe('What is configured is checked when it is opened', () => {
  test.each<[string, Partial<Record<keyof KurrentOptions, unknown>>, string]>([
    ['no factory', { client: 'kurrentdb://here' }, '`client` is a function that makes a client'],
    ['an empty prefix', { prefix: '' }, '`prefix` is a text that is not empty'],
    ['a prefix of the system', { prefix: '$mine' }, 'does not begin with $'],
    ['half a character', { prefix: '\ud800' }, '`prefix` is a text'],
    ['no time', { deadline: 0 }, '`deadline` is a whole number'],
    ['no room', { mostBytes: 1.5 }, '`mostBytes` is a whole number'],
  ])('%s', async (_, wrong, reason) => {
    const opened = await kurrentEventStore({ client, ...wrong } as KurrentOptions)()
    expect(opened).toEqual(
      E.left({ _tag: 'Misused', reason: expect.stringContaining(reason) as string }),
    )
  })

  test('a factory that makes none', async () => {
    const broken = () => KurrentDBClient.connectionString('http://nowhere')
    expect(await kurrentEventStore({ client: broken })()).toMatchObject(
      E.left({ _tag: 'Misused', reason: expect.stringContaining('makes no client') as string }),
    )
  })

  test('a server that is not there', async () => {
    const opened = await kurrentEventStore({ client, deadline: 300 })()
    expect(opened).toMatchObject(E.left({ _tag: 'Unavailable' }))
  })
})

test('Two prefixes on one server see nothing of each other', async () => {
  const server = await newServer()
  const [one, other] = [
    await storeOn(server, { prefix: 'one-' }),
    await storeOn(server, { prefix: 'other-' }),
  ]
  await one.append('cohort-1', 0, batchOf(1, 2))()
  await other.append('cohort-1', 0, batchOf(1))()
  const seen = async (store: typeof one) => {
    const page = await store.readLog({ limit: 10 })()
    return E.isRight(page) ? page.right.records.map(({ stream }) => stream) : page.left
  }
  expect(await seen(one)).toEqual(['cohort-1', 'cohort-1'])
  expect(await seen(other)).toEqual(['cohort-1'])
})
