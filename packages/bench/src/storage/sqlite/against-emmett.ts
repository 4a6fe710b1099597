import { join } from 'node:path'
import { promise } from '@reverse-mentoring/runtime'
import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import { interleaved } from '../../measure.ts'
import { atLeast, milliseconds, type Row } from '../../row.ts'
import { appending } from '../appending.ts'
import { handling, streamLength } from '../handling.ts'
import { appendingRaw, openRaw } from './raw.ts'
import { emmettByDefault, emmettOnOne } from './emmett.ts'

/** Commands of each side, each on a stream of its own. */
const rounds = 201

/** The event store beside Emmett, each on a file of its own, with a sync for every commit. */
export async function* againstEmmettRows(folder: string, where: string): AsyncGenerator<Row> {
  const store = await promise(sqliteEventStore({ file: join(folder, 'store.sqlite') }))
  const one = await emmettOnOne(join(folder, 'one.sqlite'))
  const usual = await emmettByDefault(join(folder, 'default.sqlite'))
  const raw = await openRaw(join(folder, 'raw.sqlite'))
  const rows = async (
    work: string,
    works: ReadonlyArray<() => Promise<unknown>>,
  ): Promise<ReadonlyArray<Row>> => {
    const [here = Number.NaN, onOne = Number.NaN, byDefault = Number.NaN, least = Number.NaN] =
      await interleaved(rounds, [...works, appendingRaw(raw, 1)])
    const bare = `a bare append: ${milliseconds(least)}`
    const what = `SQLite, ${where}: ${work} (${bare})`
    return [
      atLeast(what, here, ['emmett-sqlite on one connection', onOne], 3),
      atLeast(what, here, ['emmett-sqlite by default', byDefault], 12),
    ]
  }
  try {
    yield* await rows('one append', [appending(store, 1), one.append, usual.append])
    // One more for the round that warms up.
    await one.makeStreams(rounds + 1)
    await usual.makeStreams(rounds + 1)
    yield* await rows(`a command on a stream of ${String(streamLength)} events`, [
      await handling(store, rounds + 1),
      one.handle,
      usual.handle,
    ])
    const retries = one.retries() + usual.retries()
    if (retries > 0)
      process.stderr.write(`storage: Emmett was asked again ${String(retries)} times\n`)
  } finally {
    await promise(store.close)
    one.close()
    raw.close()
  }
}
