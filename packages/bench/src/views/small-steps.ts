import { type Port, Stored, View } from '@reverse-mentoring/core'
import { openEngine, promise } from '@reverse-mentoring/runtime'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { Row } from '../row.ts'
import { rounded } from '../row.ts'
import { storeCohort } from '../history/stored-cohort.ts'

const events = 3000

/** The rows of all views in their places, as texts. */
const placed = (state: Parameters<typeof View.frameOf>[0]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const cohort = state.opened?.cohort
  if (cohort === undefined) return found
  for (const view of View.standardViews as ReadonlyArray<View.AnyView>) {
    for (const [key, row] of View.viewRows(view, state)) {
      for (const at of view.places(row, key, cohort)) {
        found.set(`${view.name} ${at.place} ${at.key}`, JSON.stringify(row))
      }
    }
  }
  return found
}

const differing = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number => {
  let count = 0
  for (const [key, row] of b) if (a.get(key) !== row) count += 1
  for (const key of a.keys()) if (!b.has(key)) count += 1
  return count
}

/** Catching up after every few events, as a live engine does. */
export async function* smallStepRows(): AsyncGenerator<Row> {
  const [whole, store] = [memoryEventStore(), memoryEventStore()]
  const { records, stream } = await storeCohort(whole, events)
  const views = memoryViewStore()
  let written = 0
  const viewStore: Port.ViewStore = {
    ...views,
    commit: (commit) => {
      written += commit.changes.reduce((sum, { rows }) => sum + rows.length, 0)
      return views.commit(commit)
    },
  }
  const engine = await promise(openEngine({ store, viewStore, directory: memoryDirectory() }))
  const cohort = Stored.cohortOfStream(stream)
  if (cohort === undefined) throw new Error('no cohort')
  let [changed, before] = [0, new Map<string, string>() as ReadonlyMap<string, string>]
  const step = 20
  for (let from = 0; from < records.length; from += step) {
    const batch = records.slice(from, from + step)
    if (isNonEmpty(batch)) await promise(store.append(stream, from, batch))
    await promise(engine.catchUp)
    const after = placed((await promise(engine.load(cohort))).cohort)
    changed += differing(before, after)
    before = after
  }
  yield {
    work: `views: rows written while ${String(events)} events come in steps of ${String(step)}`,
    here: `${String(written)} rows`,
    comparedWith: `rows that changed: ${String(changed)}`,
    ratio: rounded(written / changed),
    bar: '≤ 1.05',
    holds: written <= 1.05 * changed,
  }
}
