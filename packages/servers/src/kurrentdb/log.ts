/** What a client proposes. */
export interface Proposed {
  readonly id: string
  readonly type: string
  readonly contentType: string
  readonly data: Uint8Array
  readonly metadata: Uint8Array
}

/** What stands in the log. Its place is an offset in bytes, commit and prepare alike. */
export interface Recorded extends Proposed {
  readonly stream: string
  readonly revision: number
  readonly position: number
  /** Milliseconds since 1970. */
  readonly created: number
}

export type Expected = number | 'any' | 'no_stream' | 'stream_exists'

export type Outcome =
  | { readonly is: 'success'; readonly revision: number; readonly position: number }
  | { readonly is: 'wrong'; readonly current: number | undefined }
  | { readonly is: 'too large'; readonly most: number }

/** A soft delete truncates before this, which no revision reaches. */
export const deleted = 2n ** 63n - 1n

/** The log of one node, which outlives its server. */
export interface Log {
  readonly append: (stream: string, expected: Expected, events: ReadonlyArray<Proposed>) => Outcome
  /** What can be read of a stream; `undefined` where there is none, or it was deleted softly. */
  readonly ofStream: (stream: string) => ReadonlyArray<Recorded> | undefined
  readonly all: ReadonlyArray<Recorded>
  readonly softDelete: (stream: string) => void
  /** The log as it was when it held so many events: what a restored back-up holds. */
  readonly restore: (length: number) => void
  readonly onAppend: (wake: () => void) => () => void
}

const metastreamOf = (stream: string): string => `$$${stream}`
const utf8 = new TextEncoder()
const text = new TextDecoder()

/** The sum of the data of one append, as version 24 limits it. */
const mostBytes = 1_048_576

/** Fixed bytes of a record in the log, beside what it holds. */
const overhead = 120

const sizeOf = (events: ReadonlyArray<Proposed>): number =>
  events.reduce((sum, { data }) => sum + data.length, 0)

export const newLog = (): Log => {
  const all: Array<Recorded> = []
  const streams = new Map<string, Array<Recorded>>()
  const listeners = new Set<() => void>()
  let end = 1000

  const write = (stream: string, events: ReadonlyArray<Proposed>): Outcome => {
    const standing = streams.get(stream) ?? []
    streams.set(stream, standing)
    const created = Date.now()
    for (const event of events) {
      const recorded = { ...event, stream, revision: standing.length, position: end, created }
      standing.push(recorded)
      all.push(recorded)
      end += overhead + event.data.length + event.metadata.length + event.type.length
    }
    for (const listener of listeners) listener()
    return { is: 'success', revision: standing.length - 1, position: all.at(-1)?.position ?? 0 }
  }

  const truncatedBefore = (stream: string): bigint => {
    const last = streams.get(metastreamOf(stream))?.at(-1)
    if (last === undefined) return 0n
    return BigInt(/"\$tb":(\d+)/.exec(text.decode(last.data))?.[1] ?? 0)
  }
  const isDeleted = (stream: string): boolean => truncatedBefore(stream) === deleted
  const truncate = (stream: string, before: bigint): void => {
    const data = utf8.encode(`{"$tb":${String(before)}}`)
    const event = { id: crypto.randomUUID(), type: '$metadata', data, metadata: new Uint8Array() }
    write(metastreamOf(stream), [{ ...event, contentType: 'application/json' }])
  }

  /** The ids right after an expected revision are those of the batch: it was written before. */
  const repeats = (
    standing: ReadonlyArray<Recorded>,
    first: number,
    events: ReadonlyArray<Proposed>,
  ): boolean => events.every(({ id }, i) => standing[first + i]?.id === id)

  return {
    append: (stream, expected, events) => {
      if (sizeOf(events) > mostBytes) return { is: 'too large', most: mostBytes }
      const standing = streams.get(stream) ?? []
      const head = standing.length - 1
      const current = head < 0 || isDeleted(stream) ? undefined : head
      const wrong = { is: 'wrong', current } as const
      if (expected === 'stream_exists' && current === undefined) return wrong
      const first = expected === 'no_stream' ? 0 : typeof expected === 'number' ? expected + 1 : -1
      const isNew = expected === 'no_stream' && current === undefined
      if (first >= 0 && first <= head && !isNew) {
        if (events.length === 0 || !repeats(standing, first, events)) return wrong
        const last = standing[first + events.length - 1]
        return { is: 'success', revision: last?.revision ?? 0, position: last?.position ?? 0 }
      }
      if (first > head + 1) return wrong
      // An empty append says that it went well, of a stream that is not there too, and brings back a deleted one.
      if (isDeleted(stream)) truncate(stream, BigInt(standing.length))
      if (events.length === 0) return { is: 'success', revision: Math.max(head, 0), position: end }
      return write(stream, events)
    },
    ofStream: (stream) => {
      const standing = streams.get(stream)
      if (standing === undefined || isDeleted(stream)) return undefined
      return standing.slice(Number(truncatedBefore(stream)))
    },
    all,
    softDelete: (stream) => {
      truncate(stream, deleted)
    },
    restore: (length) => {
      all.length = length
      streams.clear()
      for (const recorded of all)
        streams.set(recorded.stream, [...(streams.get(recorded.stream) ?? []), recorded])
      const last = all.at(-1)
      end = last === undefined ? 1000 : last.position + overhead
    },
    onAppend: (wake) => {
      listeners.add(wake)
      return () => listeners.delete(wake)
    },
  }
}
