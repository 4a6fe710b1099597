import type { Row } from '../row.ts'
import type { Places } from '../views/places.ts'
import { memoryRow, outcomeOf } from '../views/rebuilding.ts'
import { large } from './logs.ts'

/** What a process needs that makes all views of a large log, of which a tenth fits into memory. */
export const rebuildMemoryRow = (engine: string, places: Places): Row => {
  process.stderr.write(`storage: ${engine}, making the views of 10⁶ events …\n`)
  const job = { work: 'rebuild', scratch: '', size: large, cached: 50_000 } as const
  const { records, peak, milliseconds } = outcomeOf({ ...job, ...places })
  if (records < large.cohorts * large.events) throw new Error('the rebuild read something else')
  const seconds = (milliseconds / 1000).toFixed(0)
  return memoryRow(`${engine}: making all views of 10⁶ events (${seconds} s), peak memory`, peak)
}
