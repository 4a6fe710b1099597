import { fsyncSync, openSync, readSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock.ts'

/** A call that changed something, as a line keeps it. */
export type Line = readonly [call: string, given: ReadonlyArray<unknown>]

/** One file of JSON lines, shared by all processes of this machine. */
export interface Journal {
  /** Tells each line that came since the last time. */
  readonly readOn: (tell: (line: Line) => void) => void
  /** Brings itself up to date, and adds a line for what was done, if it was. */
  readonly change: <A>(
    tell: (line: Line) => void,
    work: () => Promise<A>,
    line: Line,
    isDone: (answer: A) => boolean,
  ) => Promise<A>
}

const moment = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, 2)
  })

export const fileIn = (folder: string): string => join(folder, 'journal.jsonl')

/**
 * Opens the journal in a folder. Its fault is one of `no-lock`, `taken-before-written`, `not-synced` and
 * `torn-tail-stays`; with none it is sound.
 */
export const openJournal = (folder: string, fault?: string): Journal => {
  const file = fileIn(folder)
  const handle = openSync(file, 'a+')
  let place = 0

  const readOn: Journal['readOn'] = (tell) => {
    const chunks: Array<Buffer> = []
    for (let from = place; ;) {
      const chunk = Buffer.alloc(65_536)
      const size = readSync(handle, chunk, 0, chunk.length, from)
      if (size === 0) break
      chunks.push(chunk.subarray(0, size))
      from += size
    }
    const bytes = Buffer.concat(chunks)
    // What ends without a line end was torn, or is being written.
    const end = bytes.lastIndexOf(10) + 1
    for (const text of bytes.subarray(0, end).toString('utf8').split('\n')) {
      if (text === '') continue
      try {
        tell(JSON.parse(text) as Line)
      } catch {
        // A sound journal has no such line.
      }
    }
    place += end
  }

  const write = (line: Line): void => {
    if (fault !== 'torn-tail-stays') truncateSync(file, place)
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    writeSync(handle, bytes)
    if (fault !== 'not-synced') fsyncSync(handle)
    place += bytes.length
  }

  return {
    readOn,
    change: async (tell, work, line, isDone) => {
      const act = async () => {
        readOn(tell)
        const answer = await work()
        if (!isDone(answer)) return answer
        if (fault === 'no-lock') await moment()
        if (fault === 'taken-before-written') setTimeout(() => write(line), 5)
        else write(line)
        return answer
      }
      return fault === 'no-lock' ? act() : alone(folder, act)
    },
  }
}
