import { Port, type Stored } from '@reverse-mentoring/core'
import { memoryViewStore } from '@reverse-mentoring/storage-memory'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { forgetting, wrapping, type Faults } from '../faulty.ts'
import { changes, commit, committed, named, through } from './wrap.ts'

const pause: TE.TaskEither<never, void> = TE.rightTask(
  () => new Promise((resolve) => setTimeout(resolve, 1)),
)

/** Commits part by part, with time between where it is told. */
const inParts = (between: TE.TaskEither<never, void>, isLast: 'first' | 'last') =>
  commit((inner) => ({ reader, checkpoint, changes }) => {
    const parts = changes.flatMap((one) => {
      const rows = one.rows.map((row): Port.ViewChange => ({ ...one, rows: [row] }))
      return rows.length === 0 ? [one] : rows
    })
    const steps: ReadonlyArray<TE.TaskEither<Port.Unavailable, void>> = parts.map((part) =>
      inner({ reader: isLast === 'first' ? reader : 'parts', checkpoint, changes: [part] }),
    )
    return pipe(
      steps.reduce((before, step) =>
        pipe(
          before,
          TE.flatMap(() => between),
          TE.flatMap(() => step),
        ),
      ),
      TE.flatMap(() => inner({ reader, checkpoint, changes: [] })),
    )
  })

/** Every opening answers headers as it first saw them. */
const caching = through((store) => {
  const known = new Map<string, Stored.JsonObject>()
  return {
    ...store,
    header: (of) =>
      pipe(
        store.header(of),
        TE.map((header) => {
          const id = JSON.stringify([of.view, of.cohort])
          const first = known.get(id) ?? header
          if (first !== undefined) known.set(id, first)
          return first
        }),
      ),
  }
})

const merged = wrapping(memoryViewStore)((store) => ({
  ...store,
  commit: (given) => () =>
    pipe(
      given.changes,
      TE.traverseSeqArray((one) =>
        TE.map((before: Stored.JsonObject | undefined) => ({
          ...one,
          header: { ...before, ...one.header },
        }))(store.header(one)),
      ),
      TE.flatMap((all) => store.commit({ ...given, changes: all })),
    )(),
}))

export const committing: Faults<Port.ViewStore> = {
  'before the first commit there is nothing': {
    'readers start somewhere': through((store) => ({
      ...store,
      checkpoint: (reader) =>
        TE.map((at: string | undefined) => at ?? '0')(store.checkpoint(reader)),
    })),
    'headers are empty': through((store) => ({
      ...store,
      header: (of) =>
        TE.map((header: Stored.JsonObject | undefined) => header ?? {})(store.header(of)),
    })),
    'an unknown view is Unavailable': through((store) => ({
      ...store,
      rows: (of, page) =>
        pipe(
          store.header(of),
          TE.flatMap((header) =>
            header === undefined ? TE.left(Port.unavailable('no such view')) : store.rows(of, page),
          ),
        ),
    })),
  },
  'a commit brings its checkpoint, its headers and its rows': {
    'only the first change is committed': committed((given) => ({
      ...given,
      changes: given.changes.slice(0, 1),
    })),
    'no checkpoint is kept': committed((given) => ({ ...given, reader: 'nobody' })),
    'all have one header': through((store) => {
      let last: Stored.JsonObject | undefined
      return {
        ...store,
        commit: (given) => {
          last = given.changes.at(-1)?.header as Stored.JsonObject | undefined
          return store.commit(given)
        },
        header: () => TE.right(last),
      }
    }),
  },
  'a later commit replaces what it names, takes away what is undefined, and leaves the rest': {
    'what is undefined stays': changes((one) => ({
      ...one,
      rows: one.rows.filter(([, row]) => row !== undefined),
    })),
    'headers are merged': merged,
    'rows that are gone are empty': changes((one) => ({
      ...one,
      rows: one.rows.map(([key, row]) => [key, row ?? {}] as const),
    })),
  },
  'of two changes of one row in one commit the later counts': {
    'the earlier counts': changes((one) => ({ ...one, rows: one.rows.toReversed() })),
    'changes are committed from the last': committed((given) => ({
      ...given,
      changes: given.changes.toReversed(),
    })),
  },
  'views, cohorts and readers are apart, however alike their names': {
    'case is of no concern': named((of) => ({ ...of, view: of.view.toLowerCase() })),
    'names lose half surrogates': named((of) => ({ ...of, view: Buffer.from(of.view).toString() })),
    'names end at NUL': named((of) => ({ ...of, view: of.view.split('\0')[0] ?? '' })),
    'names are trimmed': named((of) => ({ ...of, view: of.view.trim() })),
    'a name is a pattern': named((of) => ({
      ...of,
      cohort: of.cohort.replace('_', '-') as typeof of.cohort,
    })),
    'all readers are one': through((store) => ({
      ...store,
      commit: (given) => store.commit({ ...given, reader: given.reader.toLowerCase() }),
      checkpoint: (reader) => store.checkpoint(reader.toLowerCase()),
    })),
  },
  'a commit is stored whole or not at all, and a defect is Unavailable': {
    'it is committed part by part': inParts(TE.right(undefined), 'last'),
    'the checkpoint goes first': commit(
      (inner) => (given) =>
        pipe(
          inner({ ...given, changes: [] }),
          TE.flatMap(() => inner(given)),
        ),
    ),
    'a bigint becomes a text': committed((given) =>
      JSON.parse(
        JSON.stringify(given, (_, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        ),
      ),
    ),
    'a defect is thrown': commit((inner) => (given) => () => {
      JSON.stringify(given)
      return inner(given)()
    }),
  },
  'a commit happens when it is run, and each time that it is': {
    'it happens when it is described': commit((inner) => (given) => {
      const running = inner(given)()
      return () => running
    }),
    'it happens once': commit((inner) => (given) => {
      let running: ReturnType<ReturnType<typeof inner>> | undefined
      return () => (running ??= inner(given)())
    }),
  },
  'what was committed is there after reopening': { 'all is lost': forgetting(memoryViewStore) },
  'what one was told is committed, all see': {
    'each opening has its own': forgetting(memoryViewStore),
    'headers are those of the first read': caching,
  },
  'nobody ever sees a part of a commit': {
    'it is committed part by part, with time between': inParts(pause, 'first'),
  },
}
