import type { Worth } from '../cohort/event/pairing.ts'
import type { PairScores } from '../port/matching-policy.ts'
import type { Code } from '../values/code.ts'
import type { ParticipantId } from '../values/id.ts'
import { allowsPair } from './allowed-pair.ts'
import type { BadResult } from './bad-result.ts'
import { newlyPlaced } from './newly-placed.ts'
import type { Candidate, MatchingPool } from './pool.ts'
import type { MatchingResult, ProposedPair } from './result.ts'

const byId = (people: ReadonlyArray<Candidate>): ReadonlyMap<ParticipantId, Candidate> =>
  new Map(people.map((candidate) => [candidate.participant, candidate]))

const isWhole = (score: number): boolean => Number.isSafeInteger(score) && score >= 0

const sumOf = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, n) => sum + n, 0)

/** What is said of a policy's pairs beside the pool. */
type Said = Pick<PairScores, 'score' | 'codes' | 'together'>

/** Whether every rule is one of these, in their order, none twice. */
const areOf = (codes: ReadonlyArray<Code>, { reasons }: ProposedPair): boolean => {
  let at = -1
  for (const { rule } of reasons) {
    at = codes.indexOf(rule, at + 1)
    if (at < 0) return false
  }
  return true
}

/** What is wrong with the numbers of one pair. */
const badScore = (
  pair: ProposedPair,
  worth: number | undefined,
  codes: ReadonlyArray<Code> | undefined,
): BadResult['problem'] | undefined => {
  const { score, reasons } = pair
  if (!isWhole(score)) return 'a score that is no whole number from 0'
  if (worth !== undefined && worth !== score) return 'a score that is not what the pair is worth'
  if (codes !== undefined && !areOf(codes, pair))
    return 'a contribution of a rule that the policy has not, or out of its order'
  return sumOf(reasons.map(({ points }) => points)) === score
    ? undefined
    : 'contributions that do not add up to the score'
}

/** Whether one comes right behind the other: by mentee, then by mentor. */
const isAfter = (one: ProposedPair, other: ProposedPair): boolean =>
  one.mentee === other.mentee ? one.mentor > other.mentor : one.mentee > other.mentee

/** Whether a bound is less than a worth, or nothing that could bound one. People come first where both are told. */
const isBelow = (bound: Worth, worth: Worth): boolean => {
  const { people = 0, pairs, score } = bound
  if (![people, pairs, score].every(Number.isSafeInteger)) return true
  if (bound.people !== undefined && worth.people !== undefined && people !== worth.people)
    return people < worth.people
  return (
    pairs <= worth.pairs && score <= worth.score && (pairs < worth.pairs || score < worth.score)
  )
}

/**
 * The first pair of a result that is not allowed in its pool, beside the ones before it, not worth what it says, or not in
 * its order; or that the worth is not their sum, or more than the bound (INV29). O(pool + pairs).
 */
export const badPair = (
  pool: MatchingPool,
  { pairs, worth, bound }: MatchingResult,
  said?: Said,
): BadResult | undefined => {
  const people = { mentor: byId(pool.mentors), mentee: byId(pool.mentees) }
  const used = new Map<Candidate, number>()
  const proposed = new Set<string>()
  const allows = allowsPair(pool)
  let last: ProposedPair | undefined
  for (const pair of pairs) {
    const bad = (problem: BadResult['problem']): BadResult => {
      return { _tag: 'BadResult', problem, mentor: pair.mentor, mentee: pair.mentee }
    }
    const [mentor, mentee] = [people.mentor.get(pair.mentor), people.mentee.get(pair.mentee)]
    if (mentor === undefined || mentee === undefined)
      return bad('a pair of somebody who is not in the pool')
    if (pair.mentor === pair.mentee) return bad('a pair of somebody with themselves')
    if (!allows(mentor, mentee)) return bad('a pair that the cohort forbids')
    const key = `${pair.mentor} ${pair.mentee}`
    if (proposed.has(key)) return bad('a pair proposed twice')
    proposed.add(key)
    for (const candidate of [mentor, mentee]) {
      const places = (used.get(candidate) ?? 0) + 1
      used.set(candidate, places)
      if (places > candidate.places) return bad('more pairs than places')
    }
    const points = said?.score(mentor, mentee)
    if (said !== undefined && points === undefined)
      return bad('a pair that the policy does not admit')
    const wrong = badScore(pair, points, said?.codes)
    if (wrong !== undefined) return bad(wrong)
    if (last !== undefined && !isAfter(pair, last)) return bad('pairs that are not in their order')
    last = pair
  }
  const missing = said?.together?.find(
    ({ mentor, mentee }) =>
      people.mentor.has(mentor) &&
      people.mentee.has(mentee) &&
      !proposed.has(`${mentor} ${mentee}`),
  )
  if (missing !== undefined)
    return { _tag: 'BadResult', problem: 'a pair that must be is missing', ...missing }
  const isSum =
    worth.pairs === pairs.length &&
    worth.score === sumOf(pairs.map((pair) => pair.score)) &&
    (worth.people === undefined || worth.people === newlyPlaced(pool, pairs))
  if (!isSum) return { _tag: 'BadResult', problem: 'a worth that is not the sum of its pairs' }
  return bound !== undefined && isBelow(bound, worth)
    ? { _tag: 'BadResult', problem: 'a bound below the worth' }
    : undefined
}
