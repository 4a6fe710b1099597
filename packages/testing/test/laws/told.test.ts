import type { Port } from '@reverse-mentoring/core'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import {
  directoryLaws,
  eventStoreLaws,
  inMemory,
  viewStoreLaws,
  type Law,
} from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { afterEach, expect, test, vi } from 'vitest'

const toldBy = async (laws: ReadonlyArray<Law>, name: string): Promise<string> => {
  const told = await laws.find((law) => law.name === name)?.check()
  return told !== undefined && E.isLeft(told) ? told.left : ''
}

const storeLaws = (change: (store: Port.EventStore) => Partial<Port.EventStore>) => {
  const store = memoryEventStore()
  return eventStoreLaws(inMemory((): Port.EventStore => ({ ...store, ...change(store) })))
}

test('a broken law of stores says what was expected, what came, and after which calls to which stream', async () => {
  const laws = storeLaws((store) => ({
    append: (...asked) =>
      TE.map(({ revision }: Port.Appended) => ({ revision: revision - (revision > 3 ? 1 : 0) }))(
        store.append(...asked),
      ),
  }))
  const told = await toldBy(laws, 'an append answers the revision after it, contiguous from 1')
  expect(told).toMatch(
    /^expected \.revision to be 4, but it is 3\nafter these calls\n {2}1 {2}append\(cohort-…(\w{4}), 0, \[…\w{4}\]\) → \{revision: 1\}\n {2}2 {2}append\(cohort-…\1, 1, \[…\w{4}, …\w{4}, …\w{4}\]\) → \{revision: 3\}$/,
  )
})

test('it says what the law looked at, and a refusal by its name', async () => {
  const laws = storeLaws(() => ({
    append: () => TE.left({ _tag: 'Unavailable', reason: 'no disk' } as const),
  }))
  const told = await toldBy(laws, 'an append that makes no sense is Misused')
  expect(told).toMatch(/^expected an answer, but got Unavailable \{reason: "no disk"\}\nafter/)
})

test('a law over many values tells the smallest one that it found, and its calls only', async () => {
  const laws = storeLaws((store) => ({
    readStream: (stream, page) =>
      TE.map((read: Port.StreamPage) => ({
        ...read,
        records: read.records.map((one) => ({ ...one, schema: Math.min(one.schema, 99) })),
      }))(store.readStream(stream, page)),
  }))
  const told = await toldBy(laws, 'a record comes back as it was handed over')
  expect(told).toMatch(/^expected \[0\]\.schema to be 100, but it is 99\nafter/)
  expect(told.split('\n')).toHaveLength(4)
  expect(told).not.toMatch(/Hint|verbose/)
})

test('laws of view stores and directories are told alike', async () => {
  const viewStore = memoryViewStore()
  const forgetful = inMemory((): Port.ViewStore => ({
    ...viewStore,
    headers: () => TE.right([]),
  }))
  const views = await Promise.all(viewStoreLaws(forgetful).map(({ check }) => check()))
  const directory = memoryDirectory()
  const empty = inMemory((): Port.Directory => ({
    ...directory,
    findPeople: () => TE.right(new Map()),
  }))
  const people = await Promise.all(directoryLaws(empty).map(({ check }) => check()))
  for (const answers of [views, people]) {
    const told = answers.flatMap((answer) => (E.isLeft(answer) ? [answer.left] : []))
    expect(told.length).toBeGreaterThan(2)
    for (const text of told) {
      expect(text).toMatch(/^.+\nafter these calls\n( {2}… \d+ before\n)? +\d+ {2}\w+/)
      expect(text).not.toMatch(/Hint|verbose/)
      expect(text.split('\n').length).toBeLessThan(20)
    }
  }
})

afterEach(() => vi.useRealTimers())

test('an adapter that does not answer is told after ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const laws = storeLaws(() => ({ readStream: () => () => new Promise(() => undefined) }))
  const told = toldBy(laws, 'a stream that does not exist is empty')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await told).toMatch(
    /^readStream\(cohort-…\w{4}, \{after: 0, limit: 10\}\) was not answered in 10 seconds\nafter/,
  )
})
