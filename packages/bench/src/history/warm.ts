import { openEngine, promise } from '@reverse-mentoring/runtime'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import { interleaved } from '../measure.ts'
import { atMost, type Row } from '../row.ts'
import { amendments } from './commands.ts'
import { storeCohort } from './stored-cohort.ts'

/** Commands in one sample. */
const commands = 500

/** One command after the other on a cohort of so many events that is in memory. */
const warmed = async (size: number): Promise<() => Promise<void>> => {
  const store = memoryEventStore()
  const { events } = await storeCohort(store, size)
  const ports = { store, viewStore: memoryViewStore(), directory: memoryDirectory() }
  const engine = await promise(openEngine(ports))
  const next = amendments(events)
  await promise(engine.handle(next()))
  return async () => {
    for (let i = 0; i < commands; i += 1) await promise(engine.handle(next()))
  }
}

/** The cost of a command does not grow with the cohort. */
export async function* warmRows(): AsyncGenerator<Row> {
  const [large, small] = [await warmed(45_000), await warmed(450)]
  const [many = Number.NaN, few = Number.NaN] = await interleaved(41, [large, small])
  yield atMost(
    'warm: one command on a cohort of 45 000 events',
    many / commands,
    ['on one of 450', few / commands],
    1.5,
  )
}
