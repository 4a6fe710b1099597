import type { Event } from '@reverse-mentoring/core'
import { code } from '../code.ts'
import type { Limit } from '../limit/limit.ts'
import type { Rule } from '../rule/rule.ts'
import type { Score } from '../score/score.ts'

/** The hard rules, scores and limits of a policy, in the order in which they were given. */
export interface Criteria {
  readonly rules: ReadonlyArray<Rule>
  readonly scores: ReadonlyArray<Score>
  /** What a result must keep as a whole. Only `optimal` does; elsewhere a run fails. */
  readonly limits: ReadonlyArray<Limit>
}

/** No rule but the domain's own, and no score: every admissible pair is worth the same. */
export const empty: Criteria = { rules: [], scores: [], limits: [] }

/** The rules, scores and limits of both, those of the first before those of the second. */
export const concat = (first: Criteria, second: Criteria): Criteria => ({
  rules: [...first.rules, ...second.rules],
  scores: [...first.scores, ...second.scores],
  limits: [...first.limits, ...second.limits],
})

/** Rules, scores and limits as criteria. */
export const of = (...parts: ReadonlyArray<Rule | Score | Limit>): Criteria => ({
  rules: parts.filter((part) => 'least' in part),
  scores: parts.filter((part) => 'points' in part),
  limits: parts.filter((part) => 'kind' in part),
})

/**
 * What a cohort records of its criteria when it opens, where no part needs a legal basis. Limits speak for no pair, and are
 * disclosed to nobody but who sees a draft.
 */
export const recorded = ({
  rules,
  scores,
  limits,
}: Criteria): ReadonlyArray<Event.MatchingRule> => [
  ...[...rules, ...scores].map(({ code: given, disclosure }) => ({
    code: code(given),
    disclosure,
  })),
  ...limits.map(({ code: given }) => ({ code: code(given), disclosure: 'none' as const })),
]
