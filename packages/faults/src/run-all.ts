import { seeded } from '@reverse-mentoring/testing'
import type { Asked } from './command-line.ts'
import type { Fault } from './fault/fault.ts'
import { faults } from './faults.ts'
import { within, type Scope } from './scope.ts'
import type { Store } from './store/store.ts'
import type { Outcome, Row, Told } from './told.ts'
import { tellRow } from './table.ts'
import { openStore, titles, type StoreName } from './stores.ts'

const tellThrown = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)

const runOne = async (
  fault: Fault,
  store: Store,
  { asked, scope, say }: Running,
): Promise<Outcome> => {
  const without = fault.leftOut(store)
  if (without !== undefined) return { is: 'left out', because: without }
  const { kills, times, seed } = asked
  let told = 0
  const onProgress = (done: number, of: number): void => {
    const quarter = Math.floor((4 * done) / of)
    if (quarter > told) say(`${store.name}: ${fault.name} ${String(done)} of ${String(of)}`)
    told = Math.max(told, quarter)
  }
  try {
    const counts = await within(scope, (inner) =>
      fault.run({ store, kills, times, scope: inner, chance: seeded(seed), onProgress }),
    )
    return typeof counts === 'string'
      ? { is: 'left out', because: counts }
      : { is: 'counted', counts }
  } catch (thrown) {
    return { is: 'broken off', because: tellThrown(thrown) }
  }
}

interface Running {
  readonly asked: Asked
  readonly scope: Scope
  readonly say: (line: string) => void
}

const runStore = async (name: StoreName, running: Running): Promise<Told> => {
  const chosen = faults.filter((fault) => running.asked.faults.includes(fault.name))
  const store = await openStore[name](running.scope)
  const rows: Array<Row> = []
  for (const fault of chosen) {
    const outcome: Outcome =
      typeof store === 'string'
        ? { is: 'left out', because: store }
        : await runOne(fault, store, running)
    rows.push({ fault: fault.name, outcome })
    running.say(`${titles[name]}: ${tellRow({ fault: fault.name, outcome })}`)
  }
  return { store: titles[name], rows }
}

/** Brings all faults about that are asked for, one after the other; the stores side by side. */
export const runAll = (running: Running): Promise<ReadonlyArray<Told>> =>
  Promise.all(running.asked.stores.map((name) => runStore(name, running)))
