import type { Stored } from '@reverse-mentoring/core'

/** The last record that is known to stand in a stream. */
interface Head {
  readonly revision: Stored.Revision
  readonly id: string
}

/** What was seen at the heads of streams, as long as the connection holds over which it was seen. */
export interface KnownHeads {
  readonly isKnown: (stream: string, revision: Stored.Revision, id: string) => boolean
  readonly keep: (stream: string, head: Head) => void
  readonly forget: (stream: string) => void
  /** From now on nothing is known, until `hold` is called. */
  readonly drop: () => void
  readonly hold: () => void
}

/** So many streams are kept in mind; the one that was asked for longest ago goes. */
const mostKept = 10_000

/**
 * A log that was put back from a copy may have other records than those that were acknowledged. Nobody puts a log back
 * under a connection that holds: so what was seen over it still stands.
 */
export const newKnownHeads = (): KnownHeads => {
  const heads = new Map<string, Head>()
  let isHeld = false
  return {
    isKnown: (stream, revision, id) => {
      const head = heads.get(stream)
      return head?.revision === revision && head.id === id
    },
    keep: (stream, head) => {
      heads.delete(stream)
      if (!isHeld) return
      heads.set(stream, head)
      const [oldest] = heads.size > mostKept ? heads.keys() : []
      if (oldest !== undefined) heads.delete(oldest)
    },
    forget: (stream) => {
      heads.delete(stream)
    },
    drop: () => {
      isHeld = false
      heads.clear()
    },
    hold: () => {
      isHeld = true
    },
  }
}
