import type { Event, Values } from '@reverse-mentoring/core'
import { factsOf } from './facts.ts'
import type { ReportInput } from './input.ts'
import { funnel, type FunnelStep } from './section/funnel.ts'
import { headline, type Headline } from './section/headline.ts'
import { momentumOverTime, type MomentumOverTime } from './section/momentum.ts'
import { network, type Network } from './section/network.ts'
import { published, type Published } from './section/published.ts'
import { sessionsByMonth, type SessionMonth } from './section/sessions.ts'
import { shownTopics, type ShownTopics } from './section/topics.ts'

/** All that a report shows. It holds no id and no free text, and names only where they were asked for. */
export interface ReportData {
  readonly title: string
  readonly zone: Values.Zone
  readonly start: Values.Instant
  readonly plannedEnd: Values.Instant
  readonly asOf: Values.Instant
  readonly closedAt: Values.Instant | undefined
  /** Those on which levels and figures depend. */
  readonly rules: Pick<Event.Rules, 'cadenceDays' | 'k' | 'stallThreshold'>
  readonly headline: Headline
  readonly funnel: ReadonlyArray<FunnelStep>
  readonly momentum: MomentumOverTime
  readonly sessions: ReadonlyArray<SessionMonth>
  readonly topics: ShownTopics
  readonly network: Network
  readonly published: Published
}

/** What a report on a cohort shows. O(rows + weeks × sessions). */
export const reportData = (input: ReportInput): ReportData => {
  const facts = factsOf(input)
  const { zone, start, plannedEnd, closedAt, rules } = input.answers.cohort
  return {
    title: input.title,
    zone,
    start,
    plannedEnd,
    asOf: input.asOf,
    closedAt,
    rules: { cadenceDays: rules.cadenceDays, k: rules.k, stallThreshold: rules.stallThreshold },
    headline: headline(facts),
    funnel: funnel(facts),
    momentum: momentumOverTime(facts),
    sessions: sessionsByMonth(facts),
    topics: shownTopics(facts),
    network: network(facts),
    published: published(facts),
  }
}
