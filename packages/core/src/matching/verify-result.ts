import * as E from 'fp-ts/lib/Either.js'
import type { Worth } from '../cohort/event/pairing.ts'
import type { Objective, PairScores } from '../port/matching-policy.ts'
import type { ParticipantId } from '../values/id.ts'
import type { BadResult, ResultFault } from './bad-result.ts'
import type { Certificate, NumericCertificate } from './certificate.ts'
import { badPair } from './check-pairs.ts'
import { badReason } from './check-reasons.ts'
import type { Candidate, MatchingPool } from './pool.ts'
import { problemOfPool } from './problem-of-pool.ts'
import type { MatchingProblem, TakenEdges } from './problem.ts'
import type { MatchingResult } from './result.ts'
import { verify } from './verify.ts'

/** What a policy thinks of the pairs of a pool, and the objective under which a result is said to be the best. */
export interface Judging extends PairScores {
  /** Absent where nothing is claimed. */
  readonly objective?: Objective
}

const takenIn = (
  { mentors, mentees }: MatchingPool,
  { first, mentorOf }: MatchingProblem,
  { pairs }: MatchingResult,
): TakenEdges => {
  const proposed = new Map<ParticipantId, Set<ParticipantId>>()
  for (const { mentor, mentee } of pairs)
    proposed.set(mentee, (proposed.get(mentee) ?? new Set()).add(mentor))
  const taken: Array<number> = []
  for (const [i, mentee] of mentees.entries()) {
    const own = proposed.get(mentee.participant)
    if (own === undefined) continue
    for (let edge = first[i] ?? 0; edge < (first[i + 1] ?? 0); edge += 1) {
      const mentor = mentors[mentorOf[edge] ?? -1]
      if (mentor !== undefined && own.has(mentor.participant)) taken.push(edge)
    }
  }
  return Int32Array.from(taken)
}

const priceList = (
  people: ReadonlyArray<Candidate>,
  prices: ReadonlyMap<ParticipantId, number>,
): Float64Array =>
  Float64Array.from(people, ({ participant }) => prices.get(participant) ?? Number.NaN)

const inNumbers = (
  { mentors, mentees }: MatchingPool,
  { levels }: Certificate,
): NumericCertificate => ({
  levels: levels.map((level) => ({
    mentors: priceList(mentors, level.mentors),
    mentees: priceList(mentees, level.mentees),
    bonus: level.bonus,
    first: level.first,
  })),
})

/** Whether a certificate prices somebody who is not in the pool. */
const hasStrangers = ({ mentors, mentees }: MatchingPool, { levels }: Certificate): boolean => {
  const known = (people: ReadonlyArray<Candidate>) => new Set(people.map((one) => one.participant))
  const [juniors, seniors] = [known(mentors), known(mentees)]
  return levels.some(
    (level) =>
      [...level.mentors.keys()].some((id) => !juniors.has(id)) ||
      [...level.mentees.keys()].some((id) => !seniors.has(id)),
  )
}

const strangersPrice: BadResult = {
  _tag: 'BadResult',
  problem: 'a price of somebody who is not in the pool',
}

const uncertified: BadResult = {
  _tag: 'BadResult',
  problem: 'a claim without a certificate',
}

/**
 * Checks anybody's result against its pool, trusting nobody: every pair is allowed and fits (INV29), everybody without
 * one has exactly one reason, which holds (INV33), and, where an objective is claimed, nothing is worth more (INV31).
 * Shares nothing with any engine. O(mentors × mentees) where scores are given, else O(pool + pairs).
 */
export const verifyResult = (
  pool: MatchingPool,
  result: MatchingResult,
  judging?: Judging,
): E.Either<ResultFault, Worth> => {
  const pair = badPair(pool, result, judging)
  if (pair !== undefined) return E.left(pair)
  if (judging === undefined) {
    const bad = badReason(pool, result)
    return bad === undefined ? E.right(result.worth) : E.left(bad)
  }
  const { objective } = judging
  const problem = problemOfPool(pool, judging.score, objective ?? 'score-first')
  const reason = badReason(pool, result, { ...judging, problem })
  if (reason !== undefined) return E.left(reason)
  if (objective === undefined) return E.right(result.worth)
  if (result.certificate === undefined) return E.left(uncertified)
  if (hasStrangers(pool, result.certificate)) return E.left(strangersPrice)
  return verify(problem, takenIn(pool, problem, result), inNumbers(pool, result.certificate))
}
