import type { Rules } from '../event/opening.ts'

/** Sensible rules of a first cohort: the mentee is asked first, a month between sessions, two cancellations in a row flag. */
export const defaultRules: Rules = {
  consultation: 'mentee-first',
  answerDays: 14,
  cadenceDays: 30,
  plannedSessions: 6,
  leastSessions: 4,
  stallThreshold: 2,
  scheduler: 'either',
  selfMatch: false,
  sameManager: 'allowed',
  gates: { purpose: true, briefing: ['mentor', 'mentee'] },
  k: 5,
}
