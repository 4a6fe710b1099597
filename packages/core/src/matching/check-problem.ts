import * as E from 'fp-ts/lib/Either.js'
import type { Group, MatchingProblem } from './problem.ts'

/** What is wrong with a problem, and at which index. */
export interface BadProblem {
  readonly _tag: 'BadProblem'
  readonly problem:
    | 'edges are not grouped by mentee'
    | 'negative mentor places'
    | 'negative mentee places'
    | 'unknown mentor'
    | 'pair named twice'
    | 'negative score'
    | 'partners of as many people as there are not'
    | 'negative partners'
    | 'spread is no whole number from 0'
    | 'bad limit'
    | 'bad floor'
    | 'bad limit on pairs'
  readonly at: number
}

const bad = (problem: BadProblem['problem'], at: number): BadProblem => ({
  _tag: 'BadProblem',
  problem,
  at,
})

// A plain loop: `findIndex` takes many times as long.
const negative = (numbers: Int32Array): number => {
  for (let i = 0; i < numbers.length; i += 1) if ((numbers[i] ?? 0) < 0) return i
  return -1
}

const badGroup = ({ first, menteePlaces, mentorOf, scoreOf }: MatchingProblem): number => {
  if (first.length !== menteePlaces.length + 1) return first.length
  if (first[0] !== 0) return 0
  const disordered = first.findIndex((edge, mentee) => edge < (first[mentee - 1] ?? 0))
  if (disordered >= 0) return disordered
  const edges = mentorOf.length
  return first[first.length - 1] === edges && scoreOf.length === edges ? -1 : first.length - 1
}

/** Whether the mentors of a group ascend from 0 or later and stay below a number: then all are known and none stands twice. */
const ascendsBelow = (
  mentors: number,
  mentorOf: Int32Array,
  from: number,
  end: number,
): boolean => {
  let last = -1
  for (let edge = from; edge < end; edge += 1) {
    const mentor = mentorOf[edge] ?? -1
    if (mentor <= last) return false
    last = mentor
  }
  return last < mentors
}

/** The same of the mentors of a mentee, and whether none of their scores is negative. One pass, as this takes longest. */
const isPlain = (
  { mentorOf, scoreOf, mentorPlaces }: MatchingProblem,
  from: number,
  end: number,
): boolean => {
  let last = -1
  let signs = 0
  for (let edge = from; edge < end; edge += 1) {
    const mentor = mentorOf[edge] ?? -1
    if (mentor <= last) return false
    last = mentor
    signs |= scoreOf[edge] ?? 0
  }
  return last < mentorPlaces.length && signs >= 0
}

const badPair = (problem: MatchingProblem): BadProblem | undefined => {
  const { first, mentorOf, scoreOf, mentorPlaces, menteePlaces } = problem
  const lastMentee = new Int32Array(mentorPlaces.length).fill(-1)
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const [from, end] = [first[mentee] ?? 0, first[mentee + 1] ?? 0]
    if (isPlain(problem, from, end)) continue
    for (let edge = from; edge < end; edge += 1) {
      if ((scoreOf[edge] ?? 0) < 0) return bad('negative score', edge)
      const mentor = mentorOf[edge] ?? -1
      const last = lastMentee[mentor]
      if (last === undefined) return bad('unknown mentor', edge)
      if (last === mentee) return bad('pair named twice', edge)
      lastMentee[mentor] = mentee
    }
  }
  return undefined
}

const badPartners = ({
  partners,
  mentorPlaces,
  menteePlaces,
}: MatchingProblem): BadProblem | undefined => {
  if (partners === undefined) return undefined
  const { mentors, mentees } = partners
  if (mentors.length !== mentorPlaces.length || mentees.length !== menteePlaces.length)
    return bad('partners of as many people as there are not', 0)
  const at = Math.max(negative(mentors), negative(mentees))
  return at < 0 ? undefined : bad('negative partners', at)
}

const isWhole = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** Whether the members of a group are people of its side, ascending, and its number is one. */
const isGroup = (
  { mentorPlaces, menteePlaces }: MatchingProblem,
  { side, members }: Group,
  count: number,
): boolean => {
  const people = side === 'mentors' ? mentorPlaces.length : menteePlaces.length
  return isWhole(count) && ascendsBelow(people, members, 0, members.length)
}

/** Tells whether a problem can be asked at all. O(people + edges + members of groups). */
export const checkProblem = (problem: MatchingProblem): E.Either<BadProblem, MatchingProblem> => {
  const mentor = negative(problem.mentorPlaces)
  if (mentor >= 0) return E.left(bad('negative mentor places', mentor))
  const mentee = negative(problem.menteePlaces)
  if (mentee >= 0) return E.left(bad('negative mentee places', mentee))
  const group = badGroup(problem)
  if (group >= 0) return E.left(bad('edges are not grouped by mentee', group))
  const wrong = badPair(problem) ?? badPartners(problem)
  if (wrong !== undefined) return E.left(wrong)
  const { spread = 0, limits = [], floors = [] } = problem
  if (!isWhole(spread)) return E.left(bad('spread is no whole number from 0', 0))
  const limit = limits.findIndex((one) => !isGroup(problem, one, one.atMost))
  if (limit >= 0) return E.left(bad('bad limit', limit))
  const floor = floors.findIndex((one) => !isGroup(problem, one, one.atLeast))
  if (floor >= 0) return E.left(bad('bad floor', floor))
  const kind = (problem.pairLimits ?? []).findIndex(
    ({ mentors, mentees, atMost }) =>
      !isGroup(problem, { side: 'mentors', members: mentors }, atMost) ||
      !isGroup(problem, { side: 'mentees', members: mentees }, atMost),
  )
  return kind < 0 ? E.right(problem) : E.left(bad('bad limit on pairs', kind))
}
