import type { Command, Port } from '@reverse-mentoring/core'
import { openEngine, promise } from '@reverse-mentoring/runtime'
import { memoryDirectory, memoryViewStore } from '@reverse-mentoring/storage-memory'
import { amendments } from '../history/commands.ts'
import { largeCohort } from '../history/large-cohort.ts'
import { counting } from '../counting.ts'
import { inCohort, storeCohorts } from '../views/many-cohorts.ts'

/** Events of the streams on which commands are handled. */
export const streamLength = 50

/** Handles a command each time, on the next of so many cohorts; each is in memory, as in a process that runs. */
export const handling = async (
  store: Port.EventStore,
  cohorts: number,
): Promise<() => Promise<void>> => {
  // The last event comes from the engine, which proves by it that all before it stands.
  const stored = streamLength - 1
  const size = { cohorts, events: stored, turn: stored }
  await storeCohorts(store, size)
  const { counted, appends } = counting(store)
  const ports = { store: counted, viewStore: memoryViewStore(), directory: memoryDirectory() }
  const engine = await promise(openEngine(ports))
  const next = amendments(largeCohort(stored))
  let turn = 0
  const handle = async (): Promise<void> => {
    const command = inCohort(JSON.stringify(next()), turn % cohorts)
    turn += 1
    await promise(engine.handle(JSON.parse(command) as Command.Command))
    if (appends() !== turn) throw new Error('a command took no effect')
  }
  while (turn < cohorts) await handle()
  return handle
}
