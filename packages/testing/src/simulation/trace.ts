import { createHash } from 'node:crypto'

/** What happened, line by line. */
export interface Trace {
  readonly say: (line: string) => void
  /** How many lines there are. */
  readonly length: () => number
  /** The last lines. */
  readonly tail: () => ReadonlyArray<string>
  /** The same for the same lines, and nothing else. */
  readonly digest: () => string
}

/** Lines that are remembered. */
const most = 25

/** A trace that remembers its last lines, tells each to who listens, and stands for all of them by a digest (SHA-256). */
export const newTrace = (onLine: (line: string) => void = () => undefined): Trace => {
  const hash = createHash('sha256')
  const tail: Array<string> = []
  let length = 0
  return {
    say: (line) => {
      hash.update(`${line}\n`)
      length += 1
      tail.push(line)
      if (tail.length > most) tail.shift()
      onLine(line)
    },
    length: () => length,
    tail: () => [...tail],
    digest: () => hash.copy().digest('hex'),
  }
}
