import type { Matching, Values } from '@reverse-mentoring/core'

/** Ready-made rules, each with the score that says the same and more. */
const withScore: ReadonlyMap<string, string> = new Map([
  ['topics-meet', 'shared-topics'],
  ['languages-meet', 'shared-languages'],
  ['zones-overlap', 'common-hours'],
  ['other-region', 'different-region'],
  ['other-department', 'different-department'],
  ['other-location', 'different-location'],
  ['apart-in-organisation', 'organisation-distance'],
  ['complementary-trait', 'complementary-trait-points'],
  ['similar-trait', 'similar-trait-points'],
])

/** The codes of what may be told, what counted most first; a rule is left out beside the score that says the same. */
export const saidOnce = (
  reasons: ReadonlyArray<Matching.Contribution>,
  isTold: (rule: Values.Code) => boolean,
): ReadonlyArray<Values.Code> => {
  const told = reasons.filter(({ rule }) => isTold(rule)).sort((a, b) => b.points - a.points)
  const codes = new Set<string>(told.map(({ rule }) => rule))
  return told.map(({ rule }) => rule).filter((rule) => !codes.has(withScore.get(rule) ?? ''))
}
