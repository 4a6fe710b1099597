import type { Event } from '@reverse-mentoring/core'
import type { Rule } from '../rule/rule.ts'
import type { Score } from '../score/score.ts'

/** The hard rules and scores of a policy, in the order in which they were given. */
export interface Criteria {
  readonly rules: ReadonlyArray<Rule>
  readonly scores: ReadonlyArray<Score>
}

/** No rule but the domain's own, and no score: every admissible pair is worth the same. */
export const empty: Criteria = { rules: [], scores: [] }

/** The rules and scores of both, those of the first before those of the second. */
export const concat = (first: Criteria, second: Criteria): Criteria => ({
  rules: [...first.rules, ...second.rules],
  scores: [...first.scores, ...second.scores],
})

/** Rules and scores as criteria. */
export const of = (...parts: ReadonlyArray<Rule | Score>): Criteria => ({
  rules: parts.filter((part) => 'least' in part),
  scores: parts.filter((part) => 'points' in part),
})

/** What a cohort records of its criteria when it opens, where no rule needs a legal basis. */
export const recorded = ({ rules, scores }: Criteria): ReadonlyArray<Event.MatchingRule> =>
  [...rules, ...scores].map(({ code, disclosure }) => ({ code, disclosure }))
