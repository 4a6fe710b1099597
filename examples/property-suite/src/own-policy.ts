import type { Matching, Port, Values } from '@reverse-mentoring/core'
import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'

/** Whether two people are of different teams, as far as the directory knows. */
export const areApart = (a: Matching.Candidate, b: Matching.Candidate): boolean | undefined => {
  const [one, other] = [a.attributes['department'], b.attributes['department']]
  return one === undefined || other === undefined ? undefined : one !== other
}

/** A policy of one's own: nobody is paired within a team, and shared topics count. */
export const policyWith = (judge: typeof areApart): Port.MatchingPolicy =>
  Policy.optimal({
    criteria: Criteria.of(
      Rule.own({ code: 'apart' as Values.Code, disclosure: 'both', judge }),
      Score.topics({ points: 10 }),
    ),
    objective: 'participation-first',
    id: 'teams-apart' as Values.Code,
  })
