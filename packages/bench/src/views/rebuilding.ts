import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { rounded, type Row } from '../row.ts'
import type { Job, Outcome } from './rebuild-child.ts'

const program = fileURLToPath(new URL('rebuild-child.ts', import.meta.url))

/** What the heap of a process may hold, in MB: without a bound it grows as long as there is memory, needed or not. */
const heap = 240

/** Works in a process of its own. */
export const outcomeOf = (job: Job): Outcome => {
  const command = [`--max-old-space-size=${String(heap)}`, program, JSON.stringify(job)]
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Outcome
}

const most = 300

/** The row of what such a process needed at its peak, in bytes. */
export const memoryRow = (work: string, peak: number): Row => {
  const megabytes = peak / 1024 / 1024
  return {
    work: `${work}, of a process whose heap may hold ${String(heap)} MB`,
    here: `${megabytes.toFixed(0)} MB`,
    comparedWith: `${String(most)} MB`,
    ratio: rounded(megabytes / most),
    bar: '≤ 1',
    holds: megabytes <= most,
  }
}
