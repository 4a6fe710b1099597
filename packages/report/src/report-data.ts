import type { Event, Values } from '@reverse-mentoring/core'
import { factsOf } from './facts.ts'
import type { ReportInput } from './input.ts'
import { funnel, type FunnelStep } from './section/funnel.ts'
import { headline, type Headline } from './section/headline.ts'
import { matchings, type Matching } from './section/matchings.ts'
import { network, type Network } from './section/network.ts'
import { pairingsOverTime, type PairingsOverTime } from './section/pairings.ts'
import { waitingProposals, type WaitingProposal } from './section/proposals.ts'
import { published, type Published } from './section/published.ts'
import { sessionsByMonth, type SessionMonth } from './section/sessions.ts'
import { toDo, type ToDo } from './section/to-do.ts'
import { shownTopics, type ShownTopics } from './section/topics.ts'
import { unmatched, type Unmatched } from './section/unmatched.ts'
import { upcoming, type Upcoming } from './section/upcoming.ts'

/** All that a report shows. It holds no id and no free text, and names only where they were asked for. */
export interface ReportData {
  readonly title: string
  readonly notice: string | undefined
  readonly zone: Values.Zone
  readonly start: Values.Instant
  readonly plannedEnd: Values.Instant
  readonly asOf: Values.Instant
  readonly closedAt: Values.Instant | undefined
  /** Those on which levels and figures depend. */
  readonly rules: Pick<Event.Rules, 'cadenceDays' | 'k' | 'stallThreshold'>
  readonly headline: Headline
  readonly toDo: ReadonlyArray<ToDo>
  readonly proposals: ReadonlyArray<WaitingProposal>
  readonly unmatched: ReadonlyArray<Unmatched>
  readonly matchings: ReadonlyArray<Matching>
  readonly upcoming: ReadonlyArray<Upcoming>
  readonly pairings: PairingsOverTime
  readonly funnel: ReadonlyArray<FunnelStep>
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
    notice: input.notice,
    zone,
    start,
    plannedEnd,
    asOf: input.answers.asOf,
    closedAt,
    rules: { cadenceDays: rules.cadenceDays, k: rules.k, stallThreshold: rules.stallThreshold },
    headline: headline(facts),
    toDo: toDo(facts),
    proposals: waitingProposals(facts),
    unmatched: unmatched(facts),
    matchings: matchings(facts),
    upcoming: upcoming(facts),
    pairings: pairingsOverTime(facts),
    funnel: funnel(facts),
    sessions: sessionsByMonth(facts),
    topics: shownTopics(facts),
    network: network(facts),
    published: published(facts),
  }
}
