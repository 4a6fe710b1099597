import type { PairScores, PeopleGroup, PeoplePairLimit } from '../port/matching-policy.ts'
import type { ParticipantId } from '../values/id.ts'
import type { FixedPairs } from './fixed-pairs.ts'
import type { Candidate, MatchingPool } from './pool.ts'
import type { Group, MatchingProblem, PairLimit } from './problem.ts'

/** What a problem says of people: all but who comes first and the pairs. */
export type SidesOfPool = Omit<MatchingProblem, 'objective' | 'first' | 'mentorOf' | 'scoreOf'>

/** The live pairings of each person of one side. */
const liveOf = (
  people: ReadonlyArray<Candidate>,
  ids: ReadonlyArray<ParticipantId>,
): Int32Array => {
  const held = new Map<ParticipantId, number>()
  for (const id of ids) held.set(id, (held.get(id) ?? 0) + 1)
  return Int32Array.from(people, ({ participant }) => held.get(participant) ?? 0)
}

const groupOf = (
  pool: Pick<MatchingPool, 'mentors' | 'mentees'>,
  { role, people }: PeopleGroup,
): Group => {
  const side = role === 'mentor' ? 'mentors' : 'mentees'
  const isIn = new Set(people)
  const members = pool[side].flatMap(({ participant }, i) => (isIn.has(participant) ? [i] : []))
  return { side, members: Int32Array.from(members) }
}

const pairsIn = (group: Group, fixed: FixedPairs): number =>
  group.members.reduce((sum, member) => sum + (fixed[group.side][member] ?? 0), 0)

/** What is left of a floor when some pairs stand: those of its people who have one have met it. */
const lessFixed = (group: Group, atLeast: number, fixed: FixedPairs) => {
  const members = group.members.filter((member) => fixed[group.side][member] === 0)
  const met = group.members.length - members.length
  return { ...group, members, atLeast: atLeast < 0 ? atLeast : Math.max(0, atLeast - met) }
}

/** A limit on pairs, less those that stand. */
const pairLimitOf = (
  pool: Pick<MatchingPool, 'mentors' | 'mentees'>,
  { code, mentors, mentees, atMost }: PeoplePairLimit,
  fixed: FixedPairs,
): PairLimit => {
  const juniors = groupOf(pool, { code, role: 'mentor', people: mentors }).members
  const seniors = groupOf(pool, { code, role: 'mentee', people: mentees }).members
  const [isJunior, isSenior] = [new Set(juniors), new Set(seniors)]
  const stand = fixed.pairs.filter(
    ([mentor, mentee]) => isJunior.has(mentor) && isSenior.has(mentee),
  ).length
  return { mentors: juniors, mentees: seniors, atMost: atMost - stand }
}

const plus = (some: Int32Array, more: Int32Array): Int32Array =>
  some.map((count, i) => count + (more[i] ?? 0))

const placesLeft = (people: ReadonlyArray<Candidate>, fixed: Int32Array): Int32Array =>
  Int32Array.from(people, ({ places }, i) => Math.max(0, places - (fixed[i] ?? 0)))

/**
 * The people of a pool in numbers, in its order: their places, the partners that they have, and what a policy says of
 * limits, floors and spread. Pairs that must be stand already; where they go beyond a limit, what is left of it is below 0.
 * O(pool + members of groups).
 */
export const sidesOfPool = (
  pool: Pick<MatchingPool, 'mentors' | 'mentees' | 'locked'>,
  {
    spread,
    limits,
    floors,
    pairLimits,
  }: Pick<PairScores, 'spread' | 'limits' | 'floors' | 'pairLimits'>,
  fixed: FixedPairs,
): SidesOfPool => {
  const { mentors, mentees, locked } = pool
  const [juniors, seniors] = [
    locked.map(({ mentor }) => mentor),
    locked.map(({ mentee }) => mentee),
  ]
  return {
    mentorPlaces: placesLeft(mentors, fixed.mentors),
    menteePlaces: placesLeft(mentees, fixed.mentees),
    partners: {
      mentors: plus(liveOf(mentors, juniors), fixed.mentors),
      mentees: plus(liveOf(mentees, seniors), fixed.mentees),
    },
    ...(spread !== undefined && { spread }),
    ...(limits && {
      limits: limits.map((limit) => {
        const group = groupOf(pool, limit)
        return { ...group, atMost: limit.atMost - pairsIn(group, fixed) }
      }),
    }),
    ...(floors && {
      floors: floors.map((floor) => lessFixed(groupOf(pool, floor), floor.atLeast, fixed)),
    }),
    ...(pairLimits && {
      pairLimits: pairLimits.map((limit) => pairLimitOf(pool, limit, fixed)),
    }),
  }
}
