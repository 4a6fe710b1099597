import { View } from '@reverse-mentoring/core'
import { labelOf, type Facts } from '../facts.ts'

/** One topic among those that may be shown. */
export interface ShownTopic extends Pick<View.TopicShare, 'share'> {
  readonly label: string
  readonly digital: boolean
}

/** What sessions were about, over all pairings, as last published. */
export interface ShownTopics {
  /** Those that may be told, the most frequent first. */
  readonly topics: ReadonlyArray<ShownTopic>
  /** The share of digital topics, if the caller said which ones are. */
  readonly digital: number | undefined
  /** Whether digital topics crowd out the rest (R7). */
  readonly crowded: boolean
}

/** More than this share of digital topics crowds out the rest. */
const CROWDED = 0.6

/** The topic mix under labels, and how much of it is digital. */
export const shownTopics = (facts: Facts): ShownTopics => {
  const { answers, digital: codes } = facts.input
  const topics = View.topicMix(answers.figures ?? { figures: [] }).map(({ topic, share }) => ({
    label: labelOf(facts, topic),
    digital: codes?.has(topic) ?? false,
    share,
  }))
  const isSaid = (codes?.size ?? 0) > 0 && topics.length > 0
  const digital = isSaid
    ? topics.reduce((sum, topic) => sum + (topic.digital ? topic.share : 0), 0)
    : undefined
  return {
    topics,
    digital,
    crowded: digital !== undefined && digital > CROWDED,
  }
}
