import { Criteria, Policy, Rule, Score } from '@reverse-mentoring/matching'
import type { Event, Values } from '@reverse-mentoring/core'

const criteria = Criteria.of(
  Rule.topicsMeet(),
  Rule.languagesMeet(),
  Score.distance({ points: 5 }),
  Score.differentLocation({ points: 3 }),
  Score.own({
    code: 'three-grades-apart' as Values.Code,
    disclosure: 'both',
    points: (mentor, mentee) => (mentee.seniority - mentor.seniority >= 3 ? 10 : 0),
  }),
)

/** What a cohort that uses this policy records of it. */
export const rules: ReadonlyArray<Event.MatchingRule> = Criteria.recorded(criteria)

/** People who would not meet otherwise: far apart in the organisation, at other places, three grades apart. */
export const policy = Policy.optimal({
  criteria,
  objective: 'participation-first',
  id: 'far-apart' as Values.Code,
})
