import type { Cohort, Pairing } from '../cohort/state/cohort.ts'
import { get, valuesOf } from '../cohort/state/table.ts'
import type { Code } from '../values/code.ts'
import type { ParticipantId } from '../values/id.ts'

/** One topic among those that may be shown. */
export interface TopicShare {
  readonly topic: Code
  /** Of all times that a shown topic came up in a session, 0 to 1. */
  readonly share: number
}

/** What sessions were about, over all pairings. */
export interface TopicMix {
  /** Those that at least k people touched, the most frequent first. */
  readonly topics: ReadonlyArray<TopicShare>
  /** The share of all others together, if at least k people stand behind them. */
  readonly others?: number
  /** Whether something is left out altogether. */
  readonly suppressed: boolean
}

interface Touched {
  times: number
  readonly people: Set<ParticipantId>
}

/** What was talked about in each held session of a pairing, each topic once. */
const topicsOf = (cohort: Cohort, { sessions }: Pairing): ReadonlyArray<Code> =>
  [...sessions].flatMap((id) => {
    const ending = get(cohort.sessions, id)?.ending
    return ending?.type === 'SessionHeld'
      ? [...new Set([...ending.byMentor, ...ending.byMentee])]
      : []
  })

const touchedTopics = (cohort: Cohort): ReadonlyMap<Code, Touched> => {
  const topics = new Map<Code, Touched>()
  for (const pairing of valuesOf(cohort.pairings)) {
    for (const code of topicsOf(cohort, pairing)) {
      const touched = topics.get(code) ?? { times: 0, people: new Set() }
      touched.times += 1
      touched.people.add(pairing.mentor).add(pairing.mentee)
      topics.set(code, touched)
    }
  }
  return topics
}

const timesOf = (topics: ReadonlyArray<readonly [Code, Touched]>): number =>
  topics.reduce((sum, [, { times }]) => sum + times, 0)

/**
 * Shares of the topics that at least k people touched; the others are lumped if together at least k people did, and
 * left out else (INV35). Shares and no counts, so that what is left out cannot be found by subtracting. O(sessions).
 */
export const topicMix = (cohort: Cohort): TopicMix => {
  const k = cohort.opened?.rules.k ?? 1
  const all = [...touchedTopics(cohort)].sort(
    ([a, m], [b, n]) => n.times - m.times || (a < b ? -1 : 1),
  )
  const shown = all.filter(([, { people }]) => people.size >= k)
  const rest = all.filter(([, { people }]) => people.size < k)
  const behind = new Set(rest.flatMap(([, { people }]) => [...people]))
  const lumped = behind.size >= k ? timesOf(rest) : undefined
  const total = timesOf(shown) + (lumped ?? 0)
  return {
    topics: shown.map(([topic, { times }]) => ({ topic, share: times / total })),
    ...(lumped !== undefined && { others: lumped / total }),
    suppressed: rest.length > 0 && lumped === undefined,
  }
}
