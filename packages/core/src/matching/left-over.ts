import type { PairScores } from '../port/matching-policy.ts'
import type { Code } from '../values/code.ts'
import type { Limit, MatchingProblem, TakenEdges } from './problem.ts'
import { type Tally, tally } from './tally.ts'

type Side = Limit['side']

/** Who, by side and index, was left without a pair, and what stands between them and the free places they could have. */
export interface LeftOver {
  /**
   * Whether a counterpart has a free place: `free` if nothing keeps them apart, else what does: of several a limit before
   * the spread.
   */
  readonly beside: (side: Side, person: number) => 'free' | 'limit' | 'spread' | 'nobody'
  /**
   * Whether the limit of this code, or where none is told some limit, is reached and keeps them from a pair: they count in
   * it, or whoever has a free place for them does.
   */
  readonly isLimited: (side: Side, person: number, code: Code | undefined) => boolean
}

/** What a policy tells of limits, in the order of the problem. */
export type ToldLimits = Pick<PairScores, 'limits' | 'pairLimits'>

type CodesOf = Readonly<Record<Side, ReadonlyMap<number, ReadonlyArray<Code>>>>

/** The codes of the limits that are reached, by who counts in them. */
const reachedBy = (
  { limits = [] }: MatchingProblem,
  told: NonNullable<ToldLimits['limits']>,
  counted: Tally,
): CodesOf => {
  const by = {
    mentors: new Map<number, Array<Code>>(),
    mentees: new Map<number, Array<Code>>(),
  }
  for (const [at, { side, members, atMost }] of limits.entries()) {
    const code = told[at]?.code
    const pairs = members.reduce((sum, member) => sum + (counted[side][member] ?? 0), 0)
    if (pairs < atMost || code === undefined) continue
    for (const member of members) {
      const own = by[side].get(member)
      if (own === undefined) by[side].set(member, [code])
      else own.push(code)
    }
  }
  return by
}

/** A limit on pairs that is reached. */
interface ReachedPairs {
  readonly code: Code
  readonly bars: (mentor: number, mentee: number) => boolean
}

const reachedPairLimits = (
  { pairLimits = [], first, mentorOf }: MatchingProblem,
  taken: TakenEdges,
  told: NonNullable<ToldLimits['pairLimits']>,
): ReadonlyArray<ReachedPairs> =>
  pairLimits.flatMap(({ mentors, mentees, atMost }, at): ReadonlyArray<ReachedPairs> => {
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

/** The edges of mentors, as positions in those of the problem. */
const edgesByMentor = ({ first, mentorOf, mentorPlaces }: MatchingProblem) => {
  const edges = Array.from(mentorPlaces, (): Array<number> => [])
  const menteeOf = new Int32Array(mentorOf.length)
  for (let mentee = 0; mentee + 1 < first.length; mentee += 1) {
    for (let edge = first[mentee] ?? 0; edge < (first[mentee + 1] ?? 0); edge += 1) {
      edges[mentorOf[edge] ?? 0]?.push(edge)
      menteeOf[edge] = mentee
    }
  }
  return { edges, menteeOf }
}

const none: ReadonlyArray<Code> = []

/**
 * Looks at a result from those whom it leaves: a free place opposite is nobody's fault only where a limit is reached or
 * the score does not outweigh what a further partner costs. O(people + edges + members of limits) to prepare, O(edges of
 * the person) to ask, and the limits of who has a free place.
 */
export const leftOver = (
  problem: MatchingProblem,
  taken: TakenEdges,
  { limits = [], pairLimits = [] }: ToldLimits,
): LeftOver => {
  const counted = tally(problem, taken)
  const reached = reachedBy(problem, limits, counted)
  const kinds = reachedPairLimits(problem, taken, pairLimits)
  const { edges, menteeOf } = edgesByMentor(problem)
  const { first, mentorOf, scoreOf, spread = 0, partners, objective } = problem
  const places = { mentors: problem.mentorPlaces, mentees: problem.menteePlaces }
  const holds = (side: Side, person: number): number =>
    (counted[side][person] ?? 0) + (partners?.[side][person] ?? 0)
  const isFree = (side: Side, person: number): boolean =>
    (counted[side][person] ?? 0) < (places[side][person] ?? 0)

  /** Looks at each edge of somebody to a free place, until told that it is enough. */
  const lookAround = (
    side: Side,
    person: number,
    isEnough: (mentor: number, mentee: number, edge: number) => boolean,
  ): boolean => {
    if (side === 'mentors')
      return (edges[person] ?? []).some((edge) => {
        const mentee = menteeOf[edge] ?? 0
        return isFree('mentees', mentee) && isEnough(person, mentee, edge)
      })
    for (let edge = first[person] ?? 0; edge < (first[person + 1] ?? 0); edge += 1) {
      const mentor = mentorOf[edge] ?? 0
      if (isFree('mentors', mentor) && isEnough(mentor, person, edge)) return true
    }
    return false
  }
  const codesOn = (mentor: number, mentee: number): ReadonlyArray<Code> => [
    ...(reached.mentors.get(mentor) ?? none),
    ...(reached.mentees.get(mentee) ?? none),
    ...kinds.flatMap(({ code, bars }) => (bars(mentor, mentee) ? [code] : [])),
  ]
  return {
    beside: (side, person) => {
      let found: 'limit' | 'spread' | 'nobody' = 'nobody'
      const isOpen = lookAround(side, person, (mentor, mentee, edge) => {
        const cost = spread * (holds('mentors', mentor) + holds('mentees', mentee))
        if (codesOn(mentor, mentee).length > 0) found = 'limit'
        else if (objective !== 'score-first' || (scoreOf[edge] ?? 0) >= cost) return true
        else if (found === 'nobody') found = 'spread'
        return false
      })
      return isOpen ? 'free' : found
    },
    isLimited: (side, person, code) => {
      const is = (one: Code): boolean => code === undefined || one === code
      return (
        (reached[side].get(person) ?? none).some(is) ||
        lookAround(side, person, (mentor, mentee) => codesOn(mentor, mentee).some(is))
      )
    },
  }
}
