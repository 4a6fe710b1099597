import type { Port, Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'

type Records = ReadonlyArray<Stored.StoredRecord>

/** The right side, or the test fails. */
export const got = async <A>(task: () => Promise<E.Either<unknown, A>>): Promise<A> => {
  const answer = await task()
  if (E.isRight(answer)) return answer.right
  throw new Error(JSON.stringify(answer.left))
}

/** Follows the log, page by page, until it has read once more after it is over. */
export const follow = async (store: Port.EventStore, isOver: () => boolean): Promise<Records> => {
  const seen: Array<Stored.StoredRecord> = []
  let after: { after?: string } = {}
  for (let more = true; more;) {
    const isLast = isOver()
    const page = await got(store.readLog({ ...after, limit: 50 }))
    seen.push(...page.records)
    after = { after: page.next }
    more = page.more || !isLast
    await setTimeout(2)
  }
  return seen
}

/** The whole log, as it stands. */
export const readAll = (store: Port.EventStore): Promise<Records> => follow(store, () => true)

/** Each stream in order, from 1, without a gap; nothing stands twice. */
export const assertSound = (log: Records): void => {
  const revisions = new Map<string, number>()
  for (const { stream, revision } of log) {
    expect(revision, stream).toBe((revisions.get(stream) ?? 0) + 1)
    revisions.set(stream, revision)
  }
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length)
}
