import { promise } from '@reverse-mentoring/runtime'
import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atMost, type Row } from '../row.ts'
import { storeCohorts, type Size } from './many-cohorts.ts'
import type { Outcome } from './rebuild-child.ts'
import { memoryRow, outcomeOf } from './rebuilding.ts'

const size: Size = { cohorts: 2000, events: 500, turn: 10 }
const events = size.cohorts * size.events

interface Round {
  readonly here: Outcome
  readonly peer: Outcome
}

/** The views are made in a copy of the log, and what was made there is inserted raw. */
const oneRound = async (folder: string, log: string): Promise<Round> => {
  const round = await mkdtemp(join(folder, 'round-'))
  const copy = join(round, 'log.sqlite')
  await copyFile(log, copy)
  const files = { directory: join(round, 'directory.sqlite'), scratch: join(round, 'raw.sqlite') }
  const job = { log: copy, ...files, size, cached: 50_000 }
  const here = outcomeOf({ ...job, work: 'rebuild' })
  const peer = outcomeOf({ ...job, work: 'peer' })
  await rm(round, { recursive: true })
  if (here.records !== events || peer.records !== events || peer.rows === 0) {
    throw new Error('the rebuild read or wrote something else')
  }
  return { here, peer }
}

/** What else the machine does slows down either; the faster one is nearer to what it costs. */
const faster = (outcomes: ReadonlyArray<Outcome>): Outcome => ({
  ...outcomes.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a)),
  peak: Math.max(...outcomes.map(({ peak }) => peak)),
})

/** Making all views of a million events in two thousand cohorts, of which a hundred fit into memory. */
export async function* rebuildRows(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const log = join(folder, 'log.sqlite')
  try {
    process.stderr.write('views: storing a million events …\n')
    const store = await promise(sqliteEventStore({ file: log, synchronous: 'NORMAL' }))
    await storeCohorts(store, size)
    await promise(store.close)
    const rounds: Array<Round> = []
    for (let round = 1; round <= 2; round += 1) {
      process.stderr.write(`views: making them, ${String(round)} of 2 …\n`)
      rounds.push(await oneRound(folder, log))
    }
    const here = faster(rounds.map(({ here: one }) => one))
    const peer = faster(rounds.map(({ peer: one }) => one))
    yield atMost(
      `views: all rows of 1 000 000 events in 2 000 interleaved cohorts, ${String(peer.rows)} rows, SQLite`,
      here.milliseconds,
      [
        'loading every cohort once, and inserting the same rows raw, 1 000 a time',
        peer.milliseconds,
      ],
      1.5,
    )
    yield memoryRow('views: peak memory of the same', here.peak)
  } finally {
    await rm(folder, { recursive: true })
  }
}
