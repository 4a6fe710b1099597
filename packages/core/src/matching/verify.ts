import * as E from 'fp-ts/lib/Either.js'
import type { Worth } from '../cohort/event/pairing.ts'
import type { NumericCertificate } from './certificate.ts'
import { type BadProblem, checkProblem } from './check-problem.ts'
import type { MatchingProblem, TakenEdges } from './problem.ts'
import { type NotOptimal, verifyLevels } from './verify-levels.ts'

/** A taken edge that cannot be taken: `at` is a position in the taken edges, or an index of the person. */
export interface NotLegal {
  readonly _tag: 'NotLegal'
  readonly problem:
    | 'no such edge'
    | 'not ascending'
    | 'more than the mentor has places'
    | 'more than the mentee has places'
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

/** How many edges each person has, and what they are worth. The edges ascend, and so do the mentees. */
const tally = (
  { first, mentorOf, scoreOf, mentorPlaces, menteePlaces }: MatchingProblem,
  taken: TakenEdges,
) => {
  const ofMentor = new Int32Array(mentorPlaces.length)
  const ofMentee = new Int32Array(menteePlaces.length)
  let [mentee, score] = [0, 0]
  for (const edge of taken) {
    while ((first[mentee + 1] ?? Infinity) <= edge) mentee += 1
    const mentor = mentorOf[edge] ?? 0
    ofMentor[mentor] = (ofMentor[mentor] ?? 0) + 1
    ofMentee[mentee] = (ofMentee[mentee] ?? 0) + 1
    score += scoreOf[edge] ?? 0
  }
  return { ofMentor, ofMentee, worth: { pairs: taken.length, score } }
}

const crowded = (counts: Int32Array, places: Int32Array): number =>
  counts.findIndex((count, i) => count > (places[i] ?? 0))

/**
 * What the taken edges are worth, after checking that they are legal and, where a certificate is given, that nothing
 * legal is worth more under the problem's objective (linear programming duality, level by level). Trusts nobody and
 * shares nothing with any engine. O(people + edges).
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
  const { ofMentor, ofMentee, worth } = tally(problem, taken)
  const mentor = crowded(ofMentor, problem.mentorPlaces)
  if (mentor >= 0) return E.left(notLegal('more than the mentor has places', mentor))
  const mentee = crowded(ofMentee, problem.menteePlaces)
  if (mentee >= 0) return E.left(notLegal('more than the mentee has places', mentee))
  if (certificate === undefined) return E.right(worth)
  const fault = verifyLevels(problem, taken, worth, certificate)
  return fault === undefined ? E.right(worth) : E.left(fault)
}
