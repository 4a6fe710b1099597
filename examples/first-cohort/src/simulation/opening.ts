import { Command, Values, type Event } from '@reverse-mentoring/core'
import { instantOn } from './calendar.ts'
import { goals, objectives, occasionQuestions, sessionQuestions, themes } from './codes.ts'
import type { Setting } from './setting.ts'

/** Minutes after midnight UTC: at ten o’clock it is the same day from Honolulu to Auckland. */
const sameDay = 600

/** A cohort as Cisco ran its first ones: six months, the mentee asked first, a session about every three weeks. */
export const opening = (
  setting: Setting,
  rules: ReadonlyArray<Event.MatchingRule>,
  zone: Values.Zone,
  gates: Event.Gates = Command.defaultRules.gates,
): Command.OpenCohort => {
  const { cohort, ids, start, plannedEnd, coordinator, topics, policy } = setting
  return {
    type: 'OpenCohort',
    cohort,
    at: instantOn(start, 0, 390),
    by: coordinator,
    programme: ids.of(Values.ProgrammeId),
    zone,
    start: instantOn(start, 0, sameDay),
    plannedEnd: instantOn(plannedEnd, 0, sameDay),
    mode: 'reverse',
    terms: 1,
    rules: {
      ...Command.defaultRules,
      gates,
      cadenceDays: 21,
      plannedSessions: 7,
      leastSessions: 4,
    },
    codes: {
      topics: [...topics.keys()],
      goals,
      objectives,
      questions: [...occasionQuestions, ...sessionQuestions],
      themes,
      rules,
      policies: [policy.id],
    },
  }
}
