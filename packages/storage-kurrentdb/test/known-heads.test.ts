import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { batchOf, newServer, recordOf, storeOn, until } from './scene.ts'

describe('The record that an append follows', () => {
  test('is not read again while the connection holds over which it was written', async () => {
    const server = await newServer()
    const store = await storeOn(server)
    await until(server.subscriptions, (n) => n === 1)
    let last = batchOf(1)
    await store.append('cohort-1', 0, last)()
    const before = server.reads()
    for (let revision = 1; revision < 6; revision += 1) {
      const next = batchOf(revision)
      expect(await store.append('cohort-1', revision, next, last[0].id)()).toEqual(
        E.right({ revision: revision + 1 }),
      )
      last = next
    }
    expect(server.reads()).toBe(before)
  })

  test('is asked for once the log may have been put back from a copy, and grown on', async () => {
    const server = await newServer()
    const store = await storeOn(server)
    await until(server.subscriptions, (n) => n === 1)
    const [first, lost] = [batchOf(1), batchOf(2)]
    await store.append('cohort-1', 0, first)()
    await store.append('cohort-1', 1, lost, first[0].id)()
    server.kill()
    server.log.restore(1)
    await server.restart()
    const other = await storeOn(server)
    await until(() => other.append('cohort-1', 1, [recordOf(3)], first[0].id)(), E.isRight)
    const answer = await until(
      store.append('cohort-1', 2, batchOf(4), lost[0].id),
      (one) => E.isRight(one) || one.left._tag !== 'Unavailable',
    )
    expect(answer).toEqual(E.left(Port.conflict(2)))
  })
})
