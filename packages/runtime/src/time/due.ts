import { Cohort, Values, type Command } from '@reverse-mentoring/core'

/** What time asks for as of an instant: proposals past their deadline lapse. Pure; O(pairings). */
export const due = (
  cohort: Cohort.Cohort,
  asOf: Values.Instant,
  by: Values.Actor,
): ReadonlyArray<Command.Command> => {
  const { opened } = cohort
  if (opened === undefined || cohort.closedAt !== undefined) return []
  return Cohort.pairings(cohort)
    .filter(
      ({ _tag, matched }) =>
        _tag === 'Proposed' && Values.plusDays(matched.at, opened.rules.answerDays) <= asOf,
    )
    .map(({ pairing }): Command.LapseProposal => {
      return { type: 'LapseProposal', cohort: opened.cohort, at: asOf, by, pairing }
    })
    .sort((a, b) => (a.pairing < b.pairing ? -1 : 1))
}
