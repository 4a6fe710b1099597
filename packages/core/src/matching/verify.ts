import * as E from 'fp-ts/lib/Either.js'
import type { Worth } from '../cohort/event/pairing.ts'
import type { NumericCertificate } from './certificate.ts'
import { type BadProblem, checkProblem } from './check-problem.ts'
import type { Group, MatchingProblem, TakenEdges } from './problem.ts'
import { type Tally, tally } from './tally.ts'
import { type NotOptimal, verifyLevels } from './verify-levels.ts'

/** Edges that cannot be taken: `at` is a position in the taken edges, or an index of the person, limit or floor. */
export interface NotLegal {
  readonly _tag: 'NotLegal'
  readonly problem:
    | 'no such edge'
    | 'not ascending'
    | 'more than the mentor has places'
    | 'more than the mentee has places'
    | 'more pairs than a limit allows'
    | 'fewer people than a floor asks for'
    | 'more pairs of a kind than a limit allows'
  readonly at: number
}

/** What `verify` found wrong, and where. */
export type VerifyFault = BadProblem | NotLegal | NotOptimal

const notLegal = (problem: NotLegal['problem'], at: number): NotLegal => ({
  _tag: 'NotLegal',
  problem,
  at,
})

const badEdge = ({ mentorOf }: MatchingProblem, taken: TakenEdges): NotLegal | undefined => {
  for (let at = 0; at < taken.length; at += 1) {
    const edge = taken[at] ?? -1
    if (edge < 0 || edge >= mentorOf.length) return notLegal('no such edge', at)
    if (at > 0 && edge <= (taken[at - 1] ?? -1)) return notLegal('not ascending', at)
  }
  return undefined
}

const crowded = (counts: Int32Array, places: Int32Array): number =>
  counts.findIndex((count, i) => count > (places[i] ?? 0))

/** The sum over a group of what its people count for. */
const sumOver = ({ side, members }: Group, counted: Tally, of: (count: number) => number): number =>
  members.reduce((sum, member) => sum + of(counted[side][member] ?? 0), 0)

const badCount = (problem: MatchingProblem, counted: Tally): NotLegal | undefined => {
  const mentor = crowded(counted.mentors, problem.mentorPlaces)
  if (mentor >= 0) return notLegal('more than the mentor has places', mentor)
  const mentee = crowded(counted.mentees, problem.menteePlaces)
  if (mentee >= 0) return notLegal('more than the mentee has places', mentee)
  const over = (problem.limits ?? []).findIndex(
    (limit) => sumOver(limit, counted, (count) => count) > limit.atMost,
  )
  if (over >= 0) return notLegal('more pairs than a limit allows', over)
  const under = (problem.floors ?? []).findIndex(
    (floor) => sumOver(floor, counted, (count) => (count > 0 ? 1 : 0)) < floor.atLeast,
  )
  return under < 0 ? undefined : notLegal('fewer people than a floor asks for', under)
}

/** The first limit on pairs that taken edges go beyond. O(edges taken × limits). */
const badKind = (
  { first, mentorOf, pairLimits = [] }: MatchingProblem,
  taken: TakenEdges,
): NotLegal | undefined => {
  const kinds = pairLimits.map((limit) => ({
    mentors: new Set(limit.mentors),
    mentees: new Set(limit.mentees),
    left: limit.atMost,
  }))
  let mentee = 0
  for (const edge of kinds.length === 0 ? [] : taken) {
    while ((first[mentee + 1] ?? Infinity) <= edge) mentee += 1
    for (const kind of kinds)
      if (kind.mentors.has(mentorOf[edge] ?? -1) && kind.mentees.has(mentee)) kind.left -= 1
  }
  const over = kinds.findIndex(({ left }) => left < 0)
  return over < 0 ? undefined : notLegal('more pairs of a kind than a limit allows', over)
}

/**
 * What the taken edges are worth, after checking that they are legal and, where a certificate is given, that nothing
 * legal is worth more under the problem's objective (linear programming duality, level by level). Trusts nobody and
 * shares nothing with any engine. O(people + edges + members of groups).
 */
export const verify = (
  problem: MatchingProblem,
  taken: TakenEdges,
  certificate?: NumericCertificate,
): E.Either<VerifyFault, Worth> => {
  const checked = checkProblem(problem)
  if (E.isLeft(checked)) return checked
  const edge = badEdge(problem, taken)
  if (edge !== undefined) return E.left(edge)
  const counted = tally(problem, taken)
  const bad = badCount(problem, counted) ?? badKind(problem, taken)
  if (bad !== undefined) return E.left(bad)
  const fault = certificate && verifyLevels(problem, taken, counted, certificate)
  if (fault !== undefined) return E.left(fault)
  const { people, pairs, score } = counted
  return E.right({ people, pairs, score })
}
