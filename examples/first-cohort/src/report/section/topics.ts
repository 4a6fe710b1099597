import type { Values } from '@reverse-mentoring/core'
import { labelOf, type Facts } from '../facts.ts'

/** One topic among those that may be shown. */
export interface TopicShare {
  readonly label: string
  readonly digital: boolean
  /** Of all times that a shown topic came up in a session, 0 to 1. */
  readonly share: number
}

/** What sessions were about, over all pairings. */
export interface TopicMix {
  /** The most frequent first. */
  readonly topics: ReadonlyArray<TopicShare>
  /** All others together, if at least k people stand behind them. */
  readonly others: number | undefined
  /** Whether something is left out altogether. */
  readonly suppressed: boolean
  /** The share of digital topics, if the caller said which ones are. */
  readonly digital: number | undefined
  /** Whether digital topics crowd out the rest (R7). */
  readonly crowded: boolean
}

/** More than this share of digital topics crowds out the rest. */
const CROWDED = 0.6

interface Touched {
  times: number
  readonly people: Set<Values.ParticipantId>
}

const touchedTopics = ({ formal }: Facts): ReadonlyMap<Values.Code, Touched> => {
  const topics = new Map<Values.Code, Touched>()
  for (const { pairing, held } of formal) {
    for (const { byMentor, byMentee } of held) {
      for (const code of new Set([...byMentor, ...byMentee])) {
        const touched = topics.get(code) ?? { times: 0, people: new Set() }
        touched.times += 1
        touched.people.add(pairing.mentor).add(pairing.mentee)
        topics.set(code, touched)
      }
    }
  }
  return topics
}

const timesOf = (topics: ReadonlyArray<readonly [Values.Code, Touched]>): number =>
  topics.reduce((sum, [, { times }]) => sum + times, 0)

/**
 * Shares of the topics that at least k people touched; the others are lumped if together at least k people did, and
 * left out else (INV35). Shares and no counts, so that what is left out cannot be found by subtracting.
 */
export const topicMix = (facts: Facts): TopicMix => {
  const { k } = facts.header.rules
  const all = [...touchedTopics(facts)].sort(
    ([a, m], [b, n]) => n.times - m.times || (a < b ? -1 : 1),
  )
  const shown = all.filter(([, { people }]) => people.size >= k)
  const rest = all.filter(([, { people }]) => people.size < k)
  const behind = new Set(rest.flatMap(([, { people }]) => [...people]))
  const lumped = behind.size >= k ? timesOf(rest) : undefined
  const total = timesOf(shown) + (lumped ?? 0)
  const topics = shown.map(([code, { times }]) => ({
    label: labelOf(facts, code),
    digital: facts.input.digital?.has(code) ?? false,
    share: times / total,
  }))
  const isSaid = (facts.input.digital?.size ?? 0) > 0 && topics.length > 0
  const digital = isSaid
    ? topics.reduce((sum, topic) => sum + (topic.digital ? topic.share : 0), 0)
    : undefined
  return {
    topics,
    others: lumped === undefined ? undefined : lumped / total,
    suppressed: rest.length > 0 && lumped === undefined,
    digital,
    crowded: digital !== undefined && digital > CROWDED,
  }
}
