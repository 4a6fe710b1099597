import { Port, type Stored } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { answer, reply } from './answer.ts'
import { read, write, type Text } from './text.ts'

interface View {
  readonly rows: Map<string, Text<Stored.JsonObject>>
  header: Text<Stored.JsonObject>
  /** The keys in order; absent after a key came or went, until somebody asks. */
  keys?: ReadonlyArray<string> | undefined
}

interface Change extends Port.ViewOf {
  readonly header: Text<Stored.JsonObject>
  readonly rows: ReadonlyArray<readonly [string, Text<Stored.JsonObject> | undefined]>
}

const serialiseRow = ([key, row]: Port.ViewChange['rows'][number]): E.Either<
  Port.Unavailable,
  Change['rows'][number]
> =>
  row === undefined
    ? E.right([key, undefined])
    : pipe(
        write(row),
        E.map(({ json }) => [key, { json }]),
      )

const serialise = E.traverseArray(({ view, cohort, header, rows }: Port.ViewChange) =>
  pipe(
    E.Do,
    E.apS(
      'header',
      pipe(
        write(header),
        E.map(({ json }) => ({ json })),
      ),
    ),
    E.apS('rows', E.traverseArray(serialiseRow)(rows)),
    E.map((texts): Change => ({ view, cohort, ...texts })),
  ),
)

const idOf = ({ view, cohort }: Port.ViewOf): string => JSON.stringify([view, cohort])

const setRow = (view: View, [key, row]: Change['rows'][number]): void => {
  const moved = row === undefined ? view.rows.delete(key) : !view.rows.has(key)
  if (row !== undefined) view.rows.set(key, row)
  if (moved) view.keys = undefined
}

const change = (views: Map<string, View>, { header, rows, ...of }: Change): void => {
  const view = views.get(idOf(of)) ?? { header, rows: new Map() }
  views.set(idOf(of), view)
  view.header = header
  rows.forEach((row) => {
    setRow(view, row)
  })
}

/** How many of the keys are not after this one; O(log n). */
const countUpTo = (keys: ReadonlyArray<string>, key: string): number => {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') <= key) low = middle + 1
    else high = middle
  }
  return low
}

const rowAt = (view: View, key: string): Stored.JsonObject | undefined => {
  const text = view.rows.get(key)
  return text === undefined ? undefined : read(text)
}

const pageOf = (view: View, after: string | undefined, limit: number): Port.RowPage => {
  const keys = (view.keys ??= [...view.rows.keys()].sort())
  const start = after === undefined ? 0 : countUpTo(keys, after)
  return {
    rows: keys.slice(start, start + limit).map((key) => [key, rowAt(view, key) ?? {}]),
    more: keys.length > start + limit,
  }
}

/** A view store that lives as long as its process. */
export const memoryViewStore = (): Port.ViewStore => {
  const views = new Map<string, View>()
  const checkpoints = new Map<string, Stored.Checkpoint>()

  return {
    commit: ({ reader, checkpoint, changes }) =>
      answer(() =>
        pipe(
          serialise(changes),
          E.map((written) => {
            written.forEach((one) => {
              change(views, one)
            })
            checkpoints.set(reader, checkpoint)
          }),
        ),
      ),
    checkpoint: (reader) => reply(() => checkpoints.get(reader)),
    header: (of) =>
      reply(() => {
        const view = views.get(idOf(of))
        return view === undefined ? undefined : read(view.header)
      }),
    row: (of, key) =>
      reply(() => {
        const view = views.get(idOf(of))
        return view === undefined ? undefined : rowAt(view, key)
      }),
    rows: (of, { after, limit }) =>
      answer(() => {
        const fault = Port.pageFault({ limit })
        const view = views.get(idOf(of))
        if (fault !== undefined) return E.left(fault)
        return E.right(view === undefined ? { rows: [], more: false } : pageOf(view, after, limit))
      }),
  }
}
