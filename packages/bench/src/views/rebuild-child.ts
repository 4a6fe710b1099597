import { Stored } from '@reverse-mentoring/core'
import { openEngine, promise, readCohort } from '@reverse-mentoring/runtime'
import { openSqlite } from '@reverse-mentoring/storage-sqlite'
import { timedAsync } from '../measure.ts'
import { streamsOf, type Size } from './many-cohorts.ts'
import { rawInsert } from './raw-insert.ts'

/** What one process does with a log of many cohorts. */
export interface Job {
  readonly work: 'rebuild' | 'peer'
  readonly log: string
  readonly directory: string
  readonly scratch: string
  readonly size: Size
  /** Events that may be in memory. */
  readonly cached: number
}

/** What it cost. */
export interface Outcome {
  readonly milliseconds: number
  /** Peak resident memory in bytes, less that of the process before it opened anything. */
  readonly peak: number
  readonly records: number
  readonly rows: number
}

const rebuild = async ({ log, directory, cached }: Job): Promise<Omit<Outcome, 'peak'>> => {
  const ports = await promise(openSqlite({ log, directory }))
  const engine = await promise(openEngine({ ...ports, cached }))
  let records = 0
  const milliseconds = await timedAsync(async () => {
    records = (await promise(engine.catchUp)).records
  })
  await promise(ports.close)
  return { milliseconds, records, rows: 0 }
}

const peer = async ({ log, directory, size, scratch }: Job): Promise<Omit<Outcome, 'peak'>> => {
  const ports = await promise(openSqlite({ log, directory }))
  const streams = streamsOf(size).map(Stored.cohortStream)
  let records = 0
  const loading = await timedAsync(async () => {
    for (const stream of streams) {
      records += (await promise(readCohort(ports.store, stream))).revision
    }
  })
  await promise(ports.close)
  const { milliseconds, rows } = rawInsert(log, scratch)
  return { milliseconds: loading + milliseconds, records, rows }
}

const before = process.memoryUsage.rss()
const job = JSON.parse(process.argv[2] ?? '') as Job
const outcome = job.work === 'rebuild' ? await rebuild(job) : await peer(job)
const peak = process.resourceUsage().maxRSS * 1024 - before
console.log(JSON.stringify({ ...outcome, peak } satisfies Outcome))
