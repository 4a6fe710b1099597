import { Stored } from '@reverse-mentoring/core'
import { openEngine, promise, readCohort } from '@reverse-mentoring/runtime'
import { timedAsync } from '../measure.ts'
import { streamsOf, type Size } from './many-cohorts.ts'
import { openPlaces, type Places } from './places.ts'
import { rawInsert } from './raw-insert.ts'

/** What one process does with a log of many cohorts. */
export interface Job extends Places {
  readonly work: 'rebuild' | 'peer'
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

const rebuild = async ({ cached, ...places }: Job): Promise<Omit<Outcome, 'peak'>> => {
  const { close, ...ports } = await openPlaces(places)
  const engine = await promise(openEngine({ ...ports, cached }))
  let records = 0
  const milliseconds = await timedAsync(async () => {
    records = (await promise(engine.catchUp)).records
  })
  await close()
  return { milliseconds, records, rows: 0 }
}

const peer = async ({ size, scratch, ...places }: Job): Promise<Omit<Outcome, 'peak'>> => {
  const { store, close } = await openPlaces(places)
  const streams = streamsOf(size).map(Stored.cohortStream)
  let records = 0
  const loading = await timedAsync(async () => {
    for (const stream of streams) {
      records += (await promise(readCohort(store, stream))).revision
    }
  })
  await close()
  const { milliseconds, rows } = rawInsert(places.log, scratch)
  return { milliseconds: loading + milliseconds, records, rows }
}

const before = process.memoryUsage.rss()
const job = JSON.parse(process.argv[2] ?? '') as Job
const outcome = job.work === 'rebuild' ? await rebuild(job) : await peer(job)
const peak = process.resourceUsage().maxRSS * 1024 - before
console.log(JSON.stringify({ ...outcome, peak } satisfies Outcome))
