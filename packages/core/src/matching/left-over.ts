import type { PairScores } from '../port/matching-policy.ts'
import type { Code } from '../values/code.ts'
import type { Limit, MatchingProblem, TakenEdges } from './problem.ts'
import { type Tally, tally } from './tally.ts'

type Side = Limit['side']

/** Who, by side and index, was left without a pair, and what stands between them and the free places they could have. */
export interface LeftOver {
  /** Whether a counterpart has a free place: 'free' if nothing keeps them apart, else what does. */
  readonly beside: (side: Side, person: number) => 'free' | 'limit' | 'spread' | 'nobody'
  /** Whether the limit of this code, or where none is told some limit, is reached and keeps a pair of theirs from being. */
  readonly isLimited: (side: Side, person: number, code: Code | undefined) => boolean
}

/** A limit that is reached, and the pairs that it keeps from being. */
interface Reached {
  readonly code: Code
  readonly bars: (mentor: number, mentee: number) => boolean
}

/** What a policy tells of limits, in the order of the problem. */
export type ToldLimits = Pick<PairScores, 'limits' | 'pairLimits'>

const reachedLimits = (
  { limits = [] }: MatchingProblem,
  told: NonNullable<ToldLimits['limits']>,
  counted: Tally,
): ReadonlyArray<Reached> =>
  limits.flatMap(({ side, members, atMost }, at): ReadonlyArray<Reached> => {
    const pairs = members.reduce((sum, member) => sum + (counted[side][member] ?? 0), 0)
    const code = told[at]?.code
    if (pairs < atMost || code === undefined) return []
    const isIn = new Set(members)
    return [{ code, bars: (mentor, mentee) => isIn.has(side === 'mentors' ? mentor : mentee) }]
  })

const reachedPairLimits = (
  { pairLimits = [], first, mentorOf }: MatchingProblem,
  taken: TakenEdges,
  told: NonNullable<ToldLimits['pairLimits']>,
): ReadonlyArray<Reached> =>
  pairLimits.flatMap(({ mentors, mentees, atMost }, at): ReadonlyArray<Reached> => {
    const [juniors, seniors] = [new Set(mentors), new Set(mentees)]
    const bars = (mentor: number, mentee: number): boolean =>
      juniors.has(mentor) && seniors.has(mentee)
    let [mentee, pairs] = [0, 0]
    for (const edge of taken) {
      while ((first[mentee + 1] ?? Infinity) <= edge) mentee += 1
      if (bars(mentorOf[edge] ?? -1, mentee)) pairs += 1
    }
    const code = told[at]?.code
    return pairs < atMost || code === undefined ? [] : [{ code, bars }]
  })

/** The edges of each person: who is opposite, and the score. */
const edgesOf = ({ first, mentorOf, scoreOf, mentorPlaces, menteePlaces }: MatchingProblem) => {
  const of = {
    mentors: Array.from(mentorPlaces, (): Array<readonly [number, number]> => []),
    mentees: Array.from(menteePlaces, (): Array<readonly [number, number]> => []),
  }
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    for (let edge = first[mentee] ?? 0; edge < (first[mentee + 1] ?? 0); edge += 1) {
      const [mentor, score] = [mentorOf[edge] ?? 0, scoreOf[edge] ?? 0]
      of.mentors[mentor]?.push([mentee, score])
      of.mentees[mentee]?.push([mentor, score])
    }
  }
  return of
}

/**
 * Looks at a result from those whom it leaves: a free place opposite is nobody's fault only where a limit is reached or
 * the score does not outweigh what a further partner costs. O(people + edges) to prepare, O(edges of the person) to ask.
 */
export const leftOver = (
  problem: MatchingProblem,
  taken: TakenEdges,
  { limits = [], pairLimits = [] }: ToldLimits,
): LeftOver => {
  const counted = tally(problem, taken)
  const reached = [
    ...reachedLimits(problem, limits, counted),
    ...reachedPairLimits(problem, taken, pairLimits),
  ]
  const edges = edgesOf(problem)
  const { spread = 0, partners, objective } = problem
  const opposite = (side: Side): Side => (side === 'mentors' ? 'mentees' : 'mentors')
  const placesOf = (side: Side) =>
    side === 'mentors' ? problem.mentorPlaces : problem.menteePlaces
  const holds = (side: Side, person: number): number =>
    (counted[side][person] ?? 0) + (partners?.[side][person] ?? 0)
  const limitsOn = (side: Side, person: number, other: number): ReadonlyArray<Reached> =>
    reached.filter(({ bars }) => (side === 'mentors' ? bars(person, other) : bars(other, person)))
  return {
    beside: (side, person) => {
      const far = opposite(side)
      let found: 'limit' | 'spread' | 'nobody' = 'nobody'
      for (const [other, score] of edges[side][person] ?? []) {
        if ((counted[far][other] ?? 0) >= (placesOf(far)[other] ?? 0)) continue
        const cost = spread * (holds(side, person) + holds(far, other))
        if (limitsOn(side, person, other).length > 0) found = 'limit'
        else if (objective === 'score-first' && score < cost) found = 'spread'
        else return 'free'
      }
      return found
    },
    isLimited: (side, person, code) =>
      (edges[side][person] ?? []).some(([other]) =>
        limitsOn(side, person, other).some((limit) => code === undefined || limit.code === code),
      ),
  }
}
