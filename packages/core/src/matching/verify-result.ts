import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Worth } from '../cohort/event/pairing.ts'
import type { Objective, PairScores, PeopleGroup } from '../port/matching-policy.ts'
import type { Code } from '../values/code.ts'
import type { ParticipantId } from '../values/id.ts'
import type { BadResult, ResultFault } from './bad-result.ts'
import type { Certificate, NumericCertificate } from './certificate.ts'
import { badPair } from './check-pairs.ts'
import { checkProblem } from './check-problem.ts'
import { badReason } from './check-reasons.ts'
import { isCertificate } from './is-certificate.ts'
import { newlyPlaced } from './newly-placed.ts'
import type { Candidate, MatchingPool } from './pool.ts'
import { problemOfPool } from './problem-of-pool.ts'
import type { MatchingResult } from './result.ts'
import { takenIn } from './taken-in.ts'
import { verify } from './verify.ts'

/** What a policy thinks of the pairs of a pool, and the objective under which a result is said to be the best. */
export interface Judging extends PairScores {
  /** Absent where nothing is claimed. */
  readonly objective?: Objective
}

const priceList = (
  people: ReadonlyArray<Candidate>,
  prices: ReadonlyMap<ParticipantId, number>,
): Float64Array =>
  Float64Array.from(people, ({ participant }) => prices.get(participant) ?? Number.NaN)

const codePrices = (
  groups: ReadonlyArray<PeopleGroup>,
  prices: ReadonlyMap<Code, number> | undefined,
): Float64Array => Float64Array.from(groups, ({ code }) => prices?.get(code) ?? 0)

const inNumbers = (
  { mentors, mentees }: MatchingPool,
  { limits = [], floors = [] }: PairScores,
  { levels }: Certificate,
): NumericCertificate => ({
  levels: levels.map((level) => ({
    mentors: priceList(mentors, level.mentors),
    mentees: priceList(mentees, level.mentees),
    bonus: level.bonus,
    first: level.first,
    limits: codePrices(limits, level.limits),
    floors: codePrices(floors, level.floors),
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

/** Whether a certificate prices a limit or floor that nobody told of. */
const hasOtherGroups = (
  { limits = [], floors = [] }: PairScores,
  { levels }: Certificate,
): boolean => {
  const codes = (groups: ReadonlyArray<PeopleGroup>) => new Set(groups.map(({ code }) => code))
  const [most, least] = [codes(limits), codes(floors)]
  return levels.some(
    (level) =>
      [...(level.limits?.keys() ?? [])].some((code) => !most.has(code)) ||
      [...(level.floors?.keys() ?? [])].some((code) => !least.has(code)),
  )
}

const bad = (problem: BadResult['problem']): E.Either<BadResult, never> =>
  E.left({ _tag: 'BadResult', problem })

/**
 * Checks anybody's result against its pool, trusting nobody: every pair is allowed and fits (INV29), limits, floors and
 * pairs that must be are kept, everybody without a pair has exactly one reason, which holds (INV33), and, where an
 * objective is claimed, nothing is worth more (INV31). Shares nothing with any engine. O(mentors × mentees) where scores
 * are given, else O(pool + pairs).
 */
export const verifyResult = (
  pool: MatchingPool,
  result: MatchingResult,
  judging?: Judging,
): E.Either<ResultFault, Worth> => {
  const pair = badPair(pool, result, judging)
  if (pair !== undefined) return E.left(pair)
  if (judging === undefined) {
    const fault = badReason(pool, result)
    return fault === undefined ? E.right(result.worth) : E.left(fault)
  }
  const { objective } = judging
  const problem = problemOfPool(pool, judging, objective ?? 'score-first')
  const checked = checkProblem(problem)
  if (E.isLeft(checked)) return checked
  const taken = takenIn(pool, problem, result)
  const reason = badReason(pool, result, { ...judging, problem })
  if (reason !== undefined) return E.left(reason)
  const { certificate } = result
  if (objective !== undefined) {
    if (certificate === undefined) return bad('a claim without a certificate')
    if (!isCertificate(certificate)) return bad('a certificate that is none')
    if (hasStrangers(pool, certificate)) return bad('a price of somebody who is not in the pool')
    if (hasOtherGroups(judging, certificate))
      return bad('a price of a limit or floor that the policy has not')
  }
  return pipe(
    verify(
      problem,
      taken,
      objective === undefined || certificate === undefined
        ? undefined
        : inNumbers(pool, judging, certificate),
    ),
    E.map(() => ({ ...result.worth, people: newlyPlaced(pool, result.pairs) })),
  )
}
