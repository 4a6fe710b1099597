import { View, type Port } from '@reverse-mentoring/core'
import { openEngine, promise } from '@reverse-mentoring/runtime'
import { memoryDirectory, memoryViewStore } from '@reverse-mentoring/storage-memory'
import { isDeepStrictEqual } from 'node:util'

/** Every place in which a rebuild writes rows, by the names of the views. */
type Places = ReadonlyMap<string, ReadonlySet<string>>

/** Makes all views anew from the log, in memory; answers them, and where they have rows. */
const rebuilt = async (store: Port.EventStore) => {
  const places = new Map<string, Set<string>>()
  const viewStore = memoryViewStore()
  const noting: Port.ViewStore = {
    ...viewStore,
    commit: (commit) => {
      for (const { view, rows } of commit.changes) {
        const known = places.get(view) ?? new Set()
        places.set(view, known)
        for (const [place] of rows) known.add(place)
      }
      return viewStore.commit(commit)
    },
  }
  const ports = { store, viewStore: noting, directory: memoryDirectory() }
  const engine = await promise(openEngine(ports))
  await promise(engine.catchUp)
  await engine.close()
  return { viewStore, places: places as Places }
}

type Shown = ReadonlyMap<string, unknown>

const mostRows = 100_000

const rowsIn = async (viewStore: Port.ViewStore, view: string, place: string): Promise<Shown> => {
  const { rows } = await promise(viewStore.rows(view, place, { limit: mostRows }))
  return new Map(rows.map(({ key, cohort, row }) => [`${cohort} ${key}`, row]))
}

/** What every header says, without how often it was written. */
const headersIn = async (viewStore: Port.ViewStore, view: string): Promise<Shown> => {
  const { headers } = await promise(viewStore.headersOf(view, { limit: mostRows }))
  return new Map(headers.map(([cohort, { version: _often, ...header }]) => [cohort, header]))
}

/** Entries that only one has, or that differ, but for those of cohorts that are left out. */
const different = (one: Shown, other: Shown, without: ReadonlySet<string>): number => {
  const keys = new Set([...one.keys(), ...other.keys()])
  return [...keys]
    .filter((key) => !without.has(key.slice(0, 36)))
    .filter((key) => !isDeepStrictEqual(one.get(key), other.get(key))).length
}

/** How many rows and headers of the kept views are others than a rebuild makes, of all cohorts but those that are named. */
export const wrongRowsIn = async (
  { store, viewStore }: { readonly store: Port.EventStore; readonly viewStore: Port.ViewStore },
  without: ReadonlySet<string>,
): Promise<number> => {
  const anew = await rebuilt(store)
  let wrong = 0
  for (const { name } of View.standardViews) {
    const headers = [viewStore, anew.viewStore].map((of) => headersIn(of, name))
    const [kept = new Map(), made = new Map()] = await Promise.all(headers)
    wrong += different(kept, made, without)
    for (const place of anew.places.get(name) ?? []) {
      const rows = [viewStore, anew.viewStore].map((of) => rowsIn(of, name, place))
      const [stored = new Map(), fresh = new Map()] = await Promise.all(rows)
      wrong += different(stored, fresh, without)
    }
  }
  return wrong
}
