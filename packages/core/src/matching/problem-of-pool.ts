import type { Objective, PairScores, PeopleGroup } from '../port/matching-policy.ts'
import type { ParticipantId } from '../values/id.ts'
import { allowsPair } from './allowed-pair.ts'
import { fixedPairs, type FixedPairs } from './fixed-pairs.ts'
import type { Candidate, MatchingPool } from './pool.ts'
import type { Group, MatchingProblem } from './problem.ts'

/** The live pairings of each person of one side. */
const liveOf = (
  people: ReadonlyArray<Candidate>,
  ids: ReadonlyArray<ParticipantId>,
): Int32Array => {
  const held = new Map<ParticipantId, number>()
  for (const id of ids) held.set(id, (held.get(id) ?? 0) + 1)
  return Int32Array.from(people, ({ participant }) => held.get(participant) ?? 0)
}

const groupOf = (pool: MatchingPool, { role, people }: PeopleGroup): Group => {
  const side = role === 'mentor' ? 'mentors' : 'mentees'
  const isIn = new Set(people)
  const members = pool[side].flatMap(({ participant }, i) => (isIn.has(participant) ? [i] : []))
  return { side, members: Int32Array.from(members) }
}

/** What is left of a floor when some pairs stand: those of its people who have one have met it. */
const lessFixed = (group: Group, atLeast: number, fixed: FixedPairs) => {
  const members = group.members.filter((member) => fixed[group.side][member] === 0)
  const met = group.members.length - members.length
  return { ...group, members, atLeast: Math.max(0, atLeast - met) }
}

const pairsIn = (group: Group, fixed: FixedPairs): number =>
  group.members.reduce((sum, member) => sum + (fixed[group.side][member] ?? 0), 0)

/**
 * A pool in numbers, as whoever checks a result sees it: every pair that the cohort allows and the policy admits, people
 * in the order of the pool. Pairs that must be stand already: their places are gone, and so are they. O(mentors × mentees).
 */
export const problemOfPool = (
  pool: MatchingPool,
  { score, spread, limits, floors, together = [] }: PairScores,
  objective: Objective,
): MatchingProblem => {
  const { mentors, mentees, locked } = pool
  const allows = allowsPair(pool)
  const fixed = fixedPairs(pool, together)
  const first = new Int32Array(mentees.length + 1)
  const mentorOf: Array<number> = []
  const scoreOf: Array<number> = []
  for (const [i, mentee] of mentees.entries()) {
    for (const [j, mentor] of mentors.entries()) {
      if (fixed.has(mentor, mentee) || !allows(mentor, mentee)) continue
      const points = score(mentor, mentee)
      if (points === undefined) continue
      mentorOf.push(j)
      scoreOf.push(points)
    }
    first[i + 1] = mentorOf.length
  }
  const live = {
    mentors: liveOf(
      mentors,
      locked.map(({ mentor }) => mentor),
    ),
    mentees: liveOf(
      mentees,
      locked.map(({ mentee }) => mentee),
    ),
  }
  return {
    objective,
    mentorPlaces: Int32Array.from(mentors, ({ places }, i) =>
      Math.max(0, places - (fixed.mentors[i] ?? 0)),
    ),
    menteePlaces: Int32Array.from(mentees, ({ places }, i) =>
      Math.max(0, places - (fixed.mentees[i] ?? 0)),
    ),
    first,
    mentorOf: Int32Array.from(mentorOf),
    scoreOf: Int32Array.from(scoreOf),
    partners: {
      mentors: live.mentors.map((count, i) => count + (fixed.mentors[i] ?? 0)),
      mentees: live.mentees.map((count, i) => count + (fixed.mentees[i] ?? 0)),
    },
    ...(spread !== undefined && { spread }),
    ...(limits && {
      limits: limits.map((limit) => {
        const group = groupOf(pool, limit)
        return { ...group, atMost: Math.max(0, limit.atMost - pairsIn(group, fixed)) }
      }),
    }),
    ...(floors && {
      floors: floors.map((floor) => lessFixed(groupOf(pool, floor), floor.atLeast, fixed)),
    }),
  }
}
