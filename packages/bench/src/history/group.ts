import { openEngine, promise } from '@reverse-mentoring/runtime'
import { memoryDirectory, memoryViewStore } from '@reverse-mentoring/storage-memory'
import { counting } from '../counting.ts'
import { interleaved } from '../measure.ts'
import { atLeast, type Row } from '../row.ts'
import { amendments } from './commands.ts'
import { withSqlite } from './in-folder.ts'
import { storeCohort } from './stored-cohort.ts'

const waiting = 32

/** Commands that wait together go out together. */
export async function* groupRows(): AsyncGenerator<Row> {
  yield await withSqlite(async (store) => {
    const { events } = await storeCohort(store, 4500)
    const { counted, appends } = counting(store)
    const ports = { viewStore: memoryViewStore(), directory: memoryDirectory() }
    const engine = await promise(openEngine({ ...ports, store: counted }))
    const next = amendments(events)
    const together = async (): Promise<void> => {
      const before = appends()
      await Promise.all(Array.from({ length: waiting }, () => promise(engine.handle(next()))))
      if (appends() !== before + 1) throw new Error('32 commands made more than one transaction')
    }
    const oneByOne = async (): Promise<void> => {
      for (let i = 0; i < waiting; i += 1) await promise(engine.handle(next()))
    }
    await promise(engine.handle(next()))
    const [here = Number.NaN, single = Number.NaN] = await interleaved(101, [together, oneByOne])
    return atLeast(
      'group commit: 32 waiting commands in one transaction, SQLite, synchronous=FULL',
      here,
      ['one at a time', single],
      4,
    )
  })
}
