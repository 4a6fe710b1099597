import { UnmatchedReason } from '../cohort/event/pairing.ts'
import type { PairScores } from '../port/matching-policy.ts'
import type { Role } from '../values/actor.ts'
import type { ParticipantId } from '../values/id.ts'
import { allowsPair } from './allowed-pair.ts'
import type { BadResult } from './bad-result.ts'
import type { Candidate, MatchingPool } from './pool.ts'
import { type LeftOver, leftOver } from './left-over.ts'
import type { MatchingProblem } from './problem.ts'
import type { MatchingResult, UnmatchedCandidate } from './result.ts'
import { takenIn } from './taken-in.ts'

const keyOf = ({ role, participant }: Pick<Candidate, 'role' | 'participant'>): string =>
  `${role} ${participant}`

/** The counterparts of each person of one side, by index, in a problem made of the pool. */
const counterparts = (
  { first, mentorOf }: MatchingProblem,
  side: Role,
  people: number,
): ReadonlyArray<ReadonlyArray<number>> => {
  const of = Array.from({ length: people }, (): Array<number> => [])
  for (let mentee = 0; mentee + 1 < first.length; mentee += 1) {
    for (let edge = first[mentee] ?? 0; edge < (first[mentee + 1] ?? 0); edge += 1) {
      const mentor = mentorOf[edge] ?? 0
      if (side === 'mentee') of[mentee]?.push(mentor)
      else of[mentor]?.push(mentee)
    }
  }
  return of
}

/** One side of a pool, and what a problem says of it. */
interface Side {
  readonly at: ReadonlyMap<ParticipantId, number>
  readonly places: Int32Array
  readonly otherPlaces: Int32Array
  readonly others: ReadonlyArray<ReadonlyArray<number>>
}

const sideOf = (pool: MatchingPool, problem: MatchingProblem, role: Role): Side => {
  const people = role === 'mentor' ? pool.mentors : pool.mentees
  const { mentorPlaces, menteePlaces } = problem
  return {
    at: new Map(people.map(({ participant }, i) => [participant, i])),
    places: role === 'mentor' ? mentorPlaces : menteePlaces,
    otherPlaces: role === 'mentor' ? menteePlaces : mentorPlaces,
    others: counterparts(problem, role, people.length),
  }
}

/**
 * Whether these people seek more places than their counterparts together have for them, two people being paired once
 * (Hall 1935). O(their pairs).
 */
const seekTooMuch = (
  { at, places, otherPlaces, others }: Side,
  set: ReadonlyArray<ParticipantId>,
): boolean => {
  const known = new Set(set.map((participant) => at.get(participant) ?? -1))
  if (known.size !== set.length || known.has(-1)) return false
  const pairsOf = new Map<number, number>()
  let sought = 0
  for (const person of known) {
    const own = others[person] ?? []
    sought += Math.min(places[person] ?? 0, own.length)
    for (const other of own) pairsOf.set(other, (pairsOf.get(other) ?? 0) + 1)
  }
  let had = 0
  for (const [other, pairs] of pairsOf) had += Math.min(otherPlaces[other] ?? 0, pairs)
  return sought > had
}

/** What a policy thinks of the pairs of a pool, in numbers, and what it says beside of whom it leaves. */
export interface Judged extends Pick<PairScores, 'admits' | 'limits' | 'pairLimits'> {
  readonly problem: MatchingProblem
}

/** Whether the pool allows somebody a counterpart whom the policy admits, whatever they score together. */
const hasAdmitted = (
  pool: MatchingPool,
  admits: NonNullable<PairScores['admits']>,
): ((one: UnmatchedCandidate) => boolean) => {
  const allows = allowsPair(pool)
  const may = (mentor: Candidate, mentee: Candidate) =>
    allows(mentor, mentee) && admits(mentor, mentee)
  return ({ role, participant }) => {
    const is = (one: Candidate): boolean => one.participant === participant
    const own = (role === 'mentor' ? pool.mentors : pool.mentees).find(is)
    if (own === undefined) return false
    return role === 'mentor'
      ? pool.mentees.some((mentee) => may(own, mentee))
      : pool.mentors.some((mentor) => may(mentor, own))
  }
}

type Sides = Readonly<Record<Role, Side>>

const sideNames = { mentor: 'mentors', mentee: 'mentees' } as const

/** Tells of reasons whether they hold, where it is known which pairs the policy admits. */
const holdsIn = (
  pool: MatchingPool,
  sides: Sides,
  left: LeftOver,
  admits: PairScores['admits'],
) => {
  const checked = new Set<ReadonlyArray<ParticipantId>>()
  // Where no threshold is told of, none keeps anybody out.
  const isLow = admits === undefined ? () => false : hasAdmitted(pool, admits)
  return (one: UnmatchedCandidate): boolean => {
    const { role, participant, reason, hallSet, limit } = one
    const side = sides[role]
    const person = side.at.get(participant) ?? -1
    const hasPair = (side.others[person]?.length ?? 0) > 0
    if (reason === 'not-admissible') return !hasPair && !isLow(one)
    if (reason === 'below-threshold') return !hasPair && isLow(one)
    if (reason === 'limit') return hasPair && left.isLimited(sideNames[role], person, limit)
    const beside = left.beside(sideNames[role], person)
    if (reason === 'spread') return beside === 'spread'
    if (!hasPair || beside === 'limit' || beside === 'spread') return false
    if (reason !== 'too-few-places') return true
    if (hallSet?.includes(participant) !== true) return false
    const holds = checked.has(hallSet) || seekTooMuch(side, hallSet)
    if (holds) checked.add(hallSet)
    return holds
  }
}

/** By role, mentors first, then by participant. */
const isBehind = (one: UnmatchedCandidate, other: UnmatchedCandidate): boolean =>
  one.role === other.role ? one.participant > other.participant : one.role === 'mentee'

/**
 * The first person of a pool without a pair whose reason is missing, one too many, out of order, or does not hold (INV33),
 * or who is left while an admitted counterpart is free and neither a limit nor an outweighing spread keeps them apart. Where nothing is judged, what depends on which pairs the policy
 * admits is taken as told. O(pool + pairs of the problem), and O(pairs) for each different Hall set.
 */
export const badReason = (
  pool: MatchingPool,
  { pairs, unmatched }: MatchingResult,
  judged?: Judged,
): BadResult | undefined => {
  const ready = new Set([...pool.mentors, ...pool.mentees].map(keyOf))
  const notReady = new Set(pool.notReady.map(keyOf))
  const paired = new Set(
    pairs.flatMap(({ mentor, mentee }) => [`mentor ${mentor}`, `mentee ${mentee}`]),
  )
  const sides = judged && {
    mentor: sideOf(pool, judged.problem, 'mentor'),
    mentee: sideOf(pool, judged.problem, 'mentee'),
  }
  const left = judged && leftOver(judged.problem, takenIn(pool, judged.problem, { pairs }), judged)
  const holds =
    sides === undefined || left === undefined
      ? () => true
      : holdsIn(pool, sides, left, judged?.admits)
  const isLeft = ({ role, participant }: UnmatchedCandidate): boolean =>
    left?.beside(sideNames[role], sides?.[role].at.get(participant) ?? -1) === 'free'
  let last: UnmatchedCandidate | undefined
  const told = new Set<string>()
  for (const one of unmatched) {
    const { participant, role, reason, limit } = one
    const bad = (what: BadResult['problem']): BadResult => {
      return { _tag: 'BadResult', problem: what, participant, role }
    }
    const key = keyOf(one)
    if (told.has(key)) return bad('two reasons for one person')
    told.add(key)
    if (paired.has(key) || !(ready.has(key) || notReady.has(key)))
      return bad('a reason for somebody who has a pair or is not in the pool')
    const isKind =
      UnmatchedReason.is(reason) &&
      notReady.has(key) === (reason === 'not-ready') &&
      reason !== 'struck' &&
      (limit === undefined || reason === 'limit')
    if (!isKind) return bad('a reason that does not hold')
    if (isLeft(one)) return bad('somebody left while an admitted counterpart is free')
    if (reason !== 'not-ready' && !holds(one)) return bad('a reason that does not hold')
    if (last !== undefined && !isBehind(one, last))
      return bad('reasons that are not in their order')
    last = one
  }
  for (const one of [...pool.mentors, ...pool.mentees, ...pool.notReady]) {
    const { participant, role } = one
    if (!told.has(keyOf(one)) && !paired.has(keyOf(one)))
      return {
        _tag: 'BadResult',
        problem: 'an unmatched person without a reason',
        participant,
        role,
      }
  }
  return undefined
}
