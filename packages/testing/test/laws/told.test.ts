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
import { afterEach, describe, expect, test, vi } from 'vitest'

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

test('a failure that does not come is told by its name, with where it was expected', async () => {
  const lax = storeLaws((store) => ({
    append: (stream, expected, records, after) =>
      store.append(stream, Math.max(0, Math.floor(expected) || 0), records, after),
    readStream: (stream, { after, limit }) =>
      store.readStream(stream, { after, limit: Math.max(1, Math.ceil(limit) || 1) }),
  }))
  expect(await toldBy(lax, 'an append that makes no sense is Misused')).toMatch(
    /^a negative expected revision: expected Misused, but got Conflict \{actual: 1\}\nafter/,
  )
  expect(await toldBy(lax, 'a page that makes no sense is Misused')).toMatch(
    /^a page of 0: expected Misused, but got \{records: \[…\w{4}\], more: true\}\nafter/,
  )
})

describe('places of the wrong shape are told at once, with how to mend them', () => {
  const kinds = { eventStoreLaws, viewStoreLaws, directoryLaws }
  const adapters = {
    eventStoreLaws: memoryEventStore(),
    viewStoreLaws: memoryViewStore(),
    directoryLaws: memoryDirectory(),
  }
  const close = TE.of(undefined)

  describe.each(Object.keys(kinds) as ReadonlyArray<keyof typeof kinds>)('%s', (name) => {
    const laws = kinds[name] as unknown as (place: unknown) => ReadonlyArray<Law>
    const adapter = adapters[name]

    test.each([
      ['an adapter', adapter],
      ['nothing', undefined],
    ])('%s', (_, given) => {
      expect(() => laws(given)).toThrow(
        /Laws: `newPlace` is .* and no task: give inMemory\(\(\) => adapter\), or onDisk\(\(folder\) => …\) for one that keeps files$/,
      )
    })

    test.each([
      [
        'answers with no Either',
        () => adapter,
        /`newPlace\(\)` answers with \{.*, and no Either: answer with E\.right\(place\)/,
      ],
      [
        'answers with no task',
        TE.of(adapter),
        /the place is \{.* and no task: answer with E\.right\(place\)/,
      ],
      ['is opened by itself', TE.of({ adapter, close }), /the place is \{.* and no task/],
      [
        'opens with no Either',
        TE.of(() => Promise.resolve({ adapter, close })),
        /the place answers with \{.*, and no Either/,
      ],
      [
        'opens an adapter alone',
        TE.of(TE.of(adapter)),
        /the place opens \{.*: give \{ adapter, close \}/,
      ],
      [
        'cannot be closed',
        TE.of(TE.of({ adapter })),
        /`close` is nothing, and no task: give TE\.of\(undefined\) where there is nothing to close/,
      ],
      [
        'opens what is no such adapter',
        TE.of(TE.of({ adapter: {}, close })),
        /the adapter has no `\w+`/,
      ],
      ['cannot be opened', TE.of(TE.left('no room')), /the place could not be opened: no room/],
      ['cannot be made', TE.left('no disk'), /`newPlace` made no place: no disk/],
    ])('that %s', async (_, given, told) => {
      const [law] = laws(given)
      expect(await law?.check()).toEqual(E.left(expect.stringMatching(told)))
    })
  })
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
