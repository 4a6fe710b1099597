import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import type { Fused } from '../fused/fuse.ts'
import { menteeOfEdges } from '../engine/greedy.ts'
import type { People } from '../measure/people.ts'
import type { Run } from './run.ts'
import type { Solved } from './solved.ts'
import { unmatchedOf } from './unmatched.ts'

const pairsOf = (
  { mentors, mentees }: People,
  fused: Fused,
  { problem, solution }: Solved,
  fixed: Matching.FixedPairs,
): ReadonlyArray<Matching.ProposedPair> => {
  const menteeOf = menteeOfEdges(problem)
  const pairs: Array<Matching.ProposedPair> = []
  const add = (mentor: number, mentee: number, score: number): void => {
    const [junior, senior] = [mentors[mentor]?.participant, mentees[mentee]?.participant]
    if (junior === undefined || senior === undefined) return
    const reasons = fused.contributions(mentor, mentee)
    pairs.push({ mentor: junior, mentee: senior, score, reasons })
  }
  for (const edge of solution.taken)
    add(problem.mentorOf[edge] ?? 0, menteeOf[edge] ?? 0, problem.scoreOf[edge] ?? 0)
  for (const [mentor, mentee] of fixed.pairs) add(mentor, mentee, fused.score(mentor, mentee))
  return pairs.sort((a, b) => (a.mentee + a.mentor < b.mentee + b.mentor ? -1 : 1))
}

const priced = (people: ReadonlyArray<Matching.Candidate>, prices: Float64Array) =>
  new Map(
    people
      .map(({ participant }, i): readonly [Values.ParticipantId, number] => [
        participant,
        prices[i] ?? 0,
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const pricedGroups = (groups: ReadonlyArray<Port.PeopleGroup>, prices: Float64Array) =>
  new Map(groups.map(({ code }, i): readonly [Values.Code, number] => [code, prices[i] ?? 0]))

const certificateOf = (
  { mentors, mentees }: People,
  { limits, floors }: Run['told'],
  { levels }: Matching.NumericCertificate,
): Matching.Certificate => ({
  levels: levels.map((level) => ({
    mentors: priced(mentors, level.mentors),
    mentees: priced(mentees, level.mentees),
    bonus: level.bonus,
    first: level.first,
    ...(level.limits && { limits: pricedGroups(limits, level.limits) }),
    ...(level.floors && { floors: pricedGroups(floors, level.floors) }),
  })),
})

/** What pairs are worth together, those that stand among them. */
const worthOf = (
  { pool }: People,
  pairs: ReadonlyArray<Matching.ProposedPair>,
): Matching.MatchingResult['worth'] => ({
  people: Matching.newlyPlaced(pool, pairs),
  pairs: pairs.length,
  score: pairs.reduce((sum, { score }) => sum + score, 0),
})

/** The bound of an engine, with what pairs that stand whatever it takes add to it. */
const withFixed = (
  { solution, bound = solution.worth }: Solved,
  worth: Matching.MatchingResult['worth'],
): Matching.MatchingResult['worth'] => ({
  people: (worth.people ?? 0) + (bound.people ?? 0) - (solution.worth.people ?? 0),
  pairs: worth.pairs + bound.pairs - solution.worth.pairs,
  score: worth.score + bound.score - solution.worth.score,
})

/** What an engine found, told of people: pairs with what spoke for them, and a reason for everybody without one. */
export const resultOf = (
  { people, fused, told, ofPair, fixed, limitCode }: Run,
  solved: Solved,
  threshold: number,
): Matching.MatchingResult => {
  const { certificate } = solved.solution
  const pairs = pairsOf(people, ofPair, solved, fixed)
  const worth = worthOf(people, pairs)
  return {
    pairs,
    unmatched: unmatchedOf(people, fused, solved, { threshold, fixed, limitCode }),
    worth,
    ...(solved.bound !== undefined && { bound: withFixed(solved, worth) }),
    ...(certificate !== undefined && {
      bound: worth,
      certificate: certificateOf(people, told, certificate),
    }),
  }
}
