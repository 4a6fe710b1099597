import { promise } from '@reverse-mentoring/runtime'
import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { atMost, type Row } from '../row.ts'
import { storeCohorts, type Size } from './many-cohorts.ts'
import type { Job, Outcome } from './rebuild-child.ts'

const program = fileURLToPath(new URL('rebuild-child.ts', import.meta.url))

const outcomeOf = (job: Job): Outcome => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, JSON.stringify(job)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Outcome
}

const size: Size = { cohorts: 2000, events: 500, turn: 10 }
const events = size.cohorts * size.events

/** Making all views of a million events in two thousand cohorts, of which a hundred fit into memory. */
export async function* rebuildRows(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const [log, directory] = [join(folder, 'log.sqlite'), join(folder, 'directory.sqlite')]
  try {
    process.stderr.write('views: storing a million events …\n')
    const store = await promise(sqliteEventStore({ file: log, synchronous: 'NORMAL' }))
    await storeCohorts(store, size)
    await promise(store.close)
    const job = { log, directory, scratch: join(folder, 'raw.sqlite'), size, cached: 50_000 }
    process.stderr.write('views: making them …\n')
    const here = outcomeOf({ ...job, work: 'rebuild' })
    const peer = outcomeOf({ ...job, work: 'peer' })
    if (here.records !== events || peer.records !== events || peer.rows === 0) {
      throw new Error('the rebuild read or wrote something else')
    }
    yield atMost(
      `views: all rows of 1 000 000 events in 2 000 interleaved cohorts, ${String(peer.rows)} rows, SQLite`,
      here.milliseconds,
      [
        'loading every cohort once, and inserting the same rows raw, 1 000 a time',
        peer.milliseconds,
      ],
      1.5,
    )
    const megabytes = here.peak / 1024 / 1024
    yield {
      work: 'views: peak memory of the same',
      here: `${megabytes.toFixed(0)} MB`,
      comparedWith: '300 MB',
      ratio: Math.round((1000 * megabytes) / 300) / 1000,
      bar: '≤ 1',
      holds: megabytes <= 300,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
