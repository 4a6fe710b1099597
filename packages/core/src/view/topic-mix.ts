import type { Code } from '../values/code.ts'
import { topicOf } from './metrics-cells.ts'
import type { Instant } from '../values/instant.ts'
import type { Publication } from './programme-metrics.ts'

/** One topic among those that are published. */
export interface TopicShare {
  readonly topic: Code
  /** Of all times that a published topic came up in a session, 0 to 1. */
  readonly share: number
  /** When it was last read: shares of one mix may be of several dates. */
  readonly since: Instant
}

/**
 * What sessions were about, the most frequent first: of a publication, and so no topic that fewer than k people touched
 * or that tells of fewer (INV34, INV35). Each as it was last read.
 */
export const topicMix = ({ figures }: Pick<Publication, 'figures'>): ReadonlyArray<TopicShare> => {
  const told = figures.flatMap(({ figure, total, since }) => {
    const topic = topicOf(figure)
    return topic === undefined ? [] : [{ topic, total, since }]
  })
  const all = told.reduce((sum, { total }) => sum + total, 0)
  return told
    .sort((a, b) => b.total - a.total || (a.topic < b.topic ? -1 : 1))
    .map(({ topic, total, since }) => ({ topic, share: total / all, since }))
}
