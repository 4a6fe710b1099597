import type { PairScore } from '../port/matching-policy.ts'
import type { ParticipantId } from '../values/id.ts'
import { allowsPair } from './allowed-pair.ts'
import type { BadResult } from './bad-result.ts'
import type { Candidate, MatchingPool } from './pool.ts'
import type { MatchingResult, ProposedPair } from './result.ts'

const byId = (people: ReadonlyArray<Candidate>): ReadonlyMap<ParticipantId, Candidate> =>
  new Map(people.map((candidate) => [candidate.participant, candidate]))

const isWhole = (score: number): boolean => Number.isSafeInteger(score) && score >= 0

const sumOf = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, n) => sum + n, 0)

/** What is wrong with the numbers of one pair. */
const badScore = (
  { score, reasons }: ProposedPair,
  worth: number | undefined,
): BadResult['problem'] | undefined => {
  if (!isWhole(score)) return 'a score that is no whole number from 0'
  if (worth !== undefined && worth !== score) return 'a score that is not what the pair is worth'
  return sumOf(reasons.map(({ points }) => points)) === score
    ? undefined
    : 'contributions that do not add up to the score'
}

/**
 * The first pair of a result that is not allowed in its pool, beside the ones before it, or not worth what it says; or
 * that the worth is not their sum (INV29). O(pool + pairs).
 */
export const badPair = (
  pool: MatchingPool,
  { pairs, worth }: MatchingResult,
  score?: PairScore,
): BadResult | undefined => {
  const people = { mentor: byId(pool.mentors), mentee: byId(pool.mentees) }
  const used = new Map<Candidate, number>()
  const proposed = new Set<string>()
  const allows = allowsPair(pool)
  for (const pair of pairs) {
    const bad = (problem: BadResult['problem']): BadResult => {
      return { _tag: 'BadResult', problem, mentor: pair.mentor, mentee: pair.mentee }
    }
    const [mentor, mentee] = [people.mentor.get(pair.mentor), people.mentee.get(pair.mentee)]
    if (mentor === undefined || mentee === undefined)
      return bad('a pair of somebody who is not in the pool')
    if (!allows(mentor, mentee)) return bad('a pair that the cohort forbids')
    const key = `${pair.mentor} ${pair.mentee}`
    if (proposed.has(key)) return bad('a pair proposed twice')
    proposed.add(key)
    for (const candidate of [mentor, mentee]) {
      const places = (used.get(candidate) ?? 0) + 1
      used.set(candidate, places)
      if (places > candidate.places) return bad('more pairs than places')
    }
    const points = score?.(mentor, mentee)
    if (score !== undefined && points === undefined)
      return bad('a pair that the policy does not admit')
    const wrong = badScore(pair, points)
    if (wrong !== undefined) return bad(wrong)
  }
  const isSum =
    worth.pairs === pairs.length && worth.score === sumOf(pairs.map((pair) => pair.score))
  return isSum
    ? undefined
    : { _tag: 'BadResult', problem: 'a worth that is not the sum of its pairs' }
}
