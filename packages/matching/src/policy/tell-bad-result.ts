import type { Matching } from '@reverse-mentoring/core'

type Place = readonly [path: string, holds: string]

const sumOf = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, n) => sum + n, 0)

const worthOf = ({ people, pairs, score }: Matching.MatchingResult['worth']): string => {
  const first = people === undefined ? '' : `people: ${String(people)}, `
  return `{ ${first}pairs: ${String(pairs)}, score: ${String(score)} }`
}

/** The place in the list of pairs that a fault is about, and what it holds. */
const ofPair = (
  pool: Matching.MatchingPool,
  { problem, mentor, mentee }: Matching.BadResult,
  { pairs }: Matching.MatchingResult,
): Place | undefined => {
  const isIt = (one: Matching.ProposedPair): boolean =>
    one.mentor === mentor && one.mentee === mentee
  const first = pairs.findIndex(isIt)
  const at =
    problem === 'a pair proposed twice'
      ? pairs.findIndex((one, i) => i > first && isIt(one))
      : first
  const pair = pairs[at]
  if (pair === undefined) return undefined
  const path = `pairs[${String(at)}]`
  if (problem === 'a pair of somebody who is not in the pool') {
    const isThere = pool.mentors.some(({ participant }) => participant === mentor)
    return isThere ? [`${path}.mentee`, pair.mentee] : [`${path}.mentor`, pair.mentor]
  }
  const score = String(pair.score)
  if (problem === 'a score that is no whole number from 0') return [`${path}.score`, score]
  if (problem === 'contributions that do not add up to the score') {
    const points = sumOf(pair.reasons.map((one) => one.points))
    return [`${path}.score`, `${score}, and its reasons add up to ${String(points)}`]
  }
  return [path, `${pair.mentor} with ${pair.mentee}`]
}

/** The place in the list of people without a pair that a fault is about, and what it holds. */
const ofUnmatched = (
  { problem, participant, role }: Matching.BadResult,
  { unmatched }: Matching.MatchingResult,
): Place | undefined => {
  const isIt = (one: Matching.UnmatchedCandidate): boolean =>
    one.participant === participant && one.role === role
  const first = unmatched.findIndex(isIt)
  const at =
    problem === 'two reasons for one person'
      ? unmatched.findIndex((one, i) => i > first && isIt(one))
      : first
  const one = unmatched[at]
  if (one === undefined)
    return ['unmatched', `without the ${role ?? 'person'} ${participant ?? ''}`]
  const path = `unmatched[${String(at)}]`
  return problem === 'a reason that does not hold'
    ? [`${path}.reason`, `“${one.reason}”`]
    : [path, `the ${one.role} ${one.participant}`]
}

const placeOf = (
  pool: Matching.MatchingPool,
  fault: Matching.BadResult,
  result: Matching.MatchingResult,
): Place | undefined => {
  if (fault.mentor !== undefined) return ofPair(pool, fault, result)
  if (fault.participant !== undefined) return ofUnmatched(fault, result)
  const { worth, bound } = result
  return fault.problem === 'a bound below the worth' && bound !== undefined
    ? ['bound', `${worthOf(bound)}, and worth is ${worthOf(worth)}`]
    : ['worth', worthOf(worth)]
}

/** What is wrong with a result of a pool, in which of its fields, and what that holds. */
export const tellBadResult = (
  pool: Matching.MatchingPool,
  fault: Matching.BadResult,
  result: Matching.MatchingResult,
): string => {
  const place = placeOf(pool, fault, result)
  const where = place === undefined ? '' : `: ${place[0]} is ${place[1]}`
  return `the policy gave a result with ${fault.problem}${where}`
}
