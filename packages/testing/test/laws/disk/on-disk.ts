import { Port } from '@reverse-mentoring/core'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import type { DiskModule, OpenIn } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { openJournal, type Line } from './journal.ts'

/** Which fault this module has, as its address says: `on-disk.ts?no-lock`. */
const fault = new URL(import.meta.url).search.slice(1)

type Task = TE.TaskEither<{ readonly _tag: string }, unknown>
type Call = (...given: ReadonlyArray<never>) => Task

/**
 * Somebody's adapters: what stands in memory is made of a journal that all processes share, a line for each call that
 * changed something.
 */
const journaled =
  <Adapter extends object>(
    make: () => Adapter,
    changing: ReadonlyArray<string>,
    asTasks: ReadonlyArray<string> = [],
  ): OpenIn<Adapter> =>
  (folder) =>
    TE.fromIO(() => {
      const journal = openJournal(folder, fault)
      const memory = make() as Readonly<Record<string, Call>>
      let replaying: Promise<unknown> = Promise.resolve()
      const tell = ([call, given]: Line): void => {
        // In order: each call is at its work before the next one is asked.
        replaying = memory[call]?.(...(given as ReadonlyArray<never>))() ?? replaying
      }
      const members = Object.keys(memory).map((name) => {
        const ask =
          (given: ReadonlyArray<never>): Task =>
          async () => {
            const work = async () => {
              await replaying
              const task = asTasks.includes(name)
                ? (memory[name] as unknown as Task)
                : memory[name]?.(...given)
              return (await task?.()) ?? E.left(Port.misused('no such call'))
            }
            if (changing.includes(name)) return journal.change(tell, work, [name, given], E.isRight)
            journal.readOn(tell)
            return work()
          }
        return [
          name,
          asTasks.includes(name) ? ask([]) : (...given: ReadonlyArray<never>) => ask(given),
        ]
      })
      return { adapter: Object.fromEntries(members) as Adapter, close: TE.of(undefined) }
    })

const shortened = (key: string, value: unknown): unknown =>
  key === 'words' && typeof value === 'string' ? value.slice(0, 10_000) : value

/** Faults that a journal knows nothing of. */
const eventStore = (): Omit<Port.EventStore, 'onAppend'> => {
  const { onAppend: _onAppend, ...store } = memoryEventStore()
  const cut = <A extends Port.StreamPage>(page: A): A =>
    page.records.length > 1000
      ? { ...page, records: page.records.slice(0, 1000), more: false }
      : page
  const wronged: Readonly<Record<string, Partial<Port.EventStore>>> = {
    'shortens-records': {
      append: (stream, expected, records, after) =>
        store.append(
          stream,
          expected,
          JSON.parse(JSON.stringify(records, shortened)) as typeof records,
          after,
        ),
    },
    'pages-end-at-1000': {
      readStream: (stream, page) =>
        TE.map((one: Port.StreamPage) => cut(one))(store.readStream(stream, page)),
      readLog: (page) => TE.map((one: Port.LogPage) => cut(one))(store.readLog(page)),
    },
    'knows-no-repeat': {
      append: (stream, expected, records) => async () => {
        const page = await store.readStream(stream, { after: expected, limit: 1 })()
        const isTaken = E.isRight(page) && page.right.records.length > 0
        return isTaken
          ? E.left(Port.conflict(expected + 1))
          : store.append(stream, expected, records)()
      },
    },
  }
  return { ...store, ...wronged[fault] }
}

export const openEventStore: NonNullable<DiskModule['openEventStore']> = journaled(
  eventStore,
  ['append'],
  ['head'],
)
export const openViewStore: NonNullable<DiskModule['openViewStore']> = journaled(
  memoryViewStore,
  ['commit', 'drop'],
  ['views'],
)
export const openDirectory: NonNullable<DiskModule['openDirectory']> = journaled(memoryDirectory, [
  'putPeople',
  'listCohort',
  'putText',
  'putLabels',
  'salt',
  'secret',
  'erase',
  'told',
])
