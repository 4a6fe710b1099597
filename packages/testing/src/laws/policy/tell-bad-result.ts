import type { Matching } from '@reverse-mentoring/core'

/** The reasons that a result gives somebody. */
const reasonsOf = (
  { role, participant }: Matching.BadResult,
  { unmatched }: Matching.MatchingResult,
): ReadonlyArray<string> =>
  unmatched
    .filter((one) => one.participant === participant && one.role === role)
    .map(({ reason }) => `“${reason}”`)

/** What is wrong with a result, about whom, and which reason it gives them; `undefined` if nothing is. */
export const tellBadResult = (
  fault: Matching.BadResult | undefined,
  result: Matching.MatchingResult,
): string | undefined => {
  if (fault === undefined) return undefined
  const { problem, mentor, mentee, participant, role } = fault
  const about = [
    ...(mentor === undefined ? [] : [`mentor ${mentor}`]),
    ...(mentee === undefined ? [] : [`mentee ${mentee}`]),
    ...(participant === undefined ? [] : [`${role ?? ''} ${participant}`.trim()]),
    ...reasonsOf(fault, result),
  ]
  return about.length === 0 ? problem : `${problem}: ${about.join(', ')}`
}
