import type { Matching, Values } from '@reverse-mentoring/core'
import type { Fused } from '../fused/fuse.ts'
import type { People } from '../measure/people.ts'
import { type HallSets, hallSets, hallSetsOfCount } from './hall-sets.ts'
import { leftFree } from './left-free.ts'
import type { Solved } from './solved.ts'

/** Who has a pair in the problem, and who has one that is taken. */
const flags = ({ problem, solution }: Solved) => {
  const { first, mentorOf, mentorPlaces, menteePlaces } = problem
  const side = () => ({
    mentors: new Uint8Array(mentorPlaces.length),
    mentees: new Uint8Array(menteePlaces.length),
  })
  const [hasPair, isMatched] = [side(), side()]
  let next = 0
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const end = first[mentee + 1] ?? 0
    for (let edge = first[mentee] ?? 0; edge < end; edge += 1) {
      const mentor = mentorOf[edge] ?? 0
      hasPair.mentors[mentor] = hasPair.mentees[mentee] = 1
      if (solution.taken[next] !== edge) continue
      isMatched.mentors[mentor] = isMatched.mentees[mentee] = 1
      next += 1
    }
  }
  return { hasPair, isMatched }
}

const none: { readonly mentors: HallSets; readonly mentees: HallSets } = {
  mentors: [],
  mentees: [],
}

const hallSetsOf = (solved: Solved, hasPair: Parameters<typeof hallSetsOfCount>[1]) => {
  const { problem, solution, hasAllPairs } = solved
  // Limits and floors leave places free that a Hall set would count.
  const { limits = [], floors = [], pairLimits = [] } = problem
  if (limits.length + floors.length + pairLimits.length > 0) return none
  if (hasAllPairs) return hallSets(problem, solution.taken)
  const [, count, score] = solution.certificate?.levels ?? []
  return count === undefined || score === undefined ? none : hallSetsOfCount(count, hasPair)
}

const indices = (flag: Uint8Array, value: 0 | 1): Int32Array =>
  Int32Array.from(flag.keys()).filter((person) => flag[person] === value)

/** Who of those without a pair has one below the threshold. O(pairs of who has none). */
const belowThreshold = (
  fused: Fused,
  hasPair: { readonly mentors: Uint8Array; readonly mentees: Uint8Array },
) => {
  const mentees = new Uint8Array(hasPair.mentees.length)
  const mentors = new Uint8Array(hasPair.mentors.length)
  for (const mentee of indices(hasPair.mentees, 0))
    mentees[mentee] = fused.admissible(mentee).count > 0 ? 1 : 0
  const lonely = indices(hasPair.mentors, 0)
  for (let mentee = 0; mentee < mentees.length && lonely.length > 0; mentee += 1) {
    const row = fused.admissible(mentee, lonely)
    for (let at = 0; at < row.count; at += 1) mentors[row.mentors[at] ?? 0] = 1
  }
  return { mentors, mentees }
}

const notReady = ({ pool }: People): ReadonlyArray<Matching.UnmatchedCandidate> =>
  pool.notReady.map(({ participant, role }) => ({ participant, role, reason: 'not-ready' }))

/** What the reasons of a run are told with. */
export interface Telling {
  readonly threshold: number
  /** Pairs that stand whatever the engine takes. */
  readonly fixed: Matching.FixedPairs
  /** The code of a limit by its index, where it may be told. */
  readonly limitCode: (limit: number) => Values.Code | undefined
}

/** Mentors first, then by participant id. */
const inOrder = (a: Matching.UnmatchedCandidate, b: Matching.UnmatchedCandidate): number =>
  a.role === b.role ? (a.participant < b.participant ? -1 : 1) : a.role === 'mentor' ? -1 : 1

/**
 * Exactly one reason for everybody without a pair: not ready, no admissible pair, none that scores enough; beside a free
 * place a limit or the spread; else too few places (with a Hall set), a limit of their own, or places that serve others
 * better.
 */
export const unmatchedOf = (
  people: People,
  fused: Fused,
  solved: Solved,
  { threshold, fixed, limitCode }: Telling,
): ReadonlyArray<Matching.UnmatchedCandidate> => {
  const { hasPair, isMatched } = flags(solved)
  const left = leftFree(fused, solved)
  const limited = (limit: number): Partial<Matching.UnmatchedCandidate> => {
    const code = limitCode(limit)
    return { reason: 'limit', ...(code !== undefined && { limit: code }) }
  }
  const halls = hallSetsOf(solved, hasPair)
  const low = threshold > 0 ? belowThreshold(fused, hasPair) : undefined
  const namesOf = new Map<ReadonlyArray<number>, ReadonlyArray<Values.ParticipantId>>()

  const ofSide = (
    role: Values.Role,
    side: 'mentors' | 'mentees',
  ): ReadonlyArray<Matching.UnmatchedCandidate> => {
    const names = (set: ReadonlyArray<number>): ReadonlyArray<Values.ParticipantId> => {
      const known = namesOf.get(set)
      if (known !== undefined) return known
      const fresh = set.flatMap((person) => people[side][person]?.participant ?? []).sort()
      namesOf.set(set, fresh)
      return fresh
    }
    return people[side].flatMap(
      ({ participant }, person): ReadonlyArray<Matching.UnmatchedCandidate> => {
        if (isMatched[side][person] === 1 || (fixed[side][person] ?? 0) > 0) return []
        if (hasPair[side][person] === 0)
          return [
            {
              participant,
              role,
              reason: low?.[side][person] === 1 ? 'below-threshold' : 'not-admissible',
            },
          ]
        const beside = left[side].get(person)
        const served = { participant, role, reason: 'places-serve-others-better' } as const
        if (beside === 'spread') return [{ ...served, reason: 'spread' }]
        if (beside !== undefined) return [{ ...served, ...limited(beside.limit) }]
        const set = halls[side][person]
        if (set !== undefined) return [{ ...served, reason: 'too-few-places', hallSet: names(set) }]
        const own = left.ownLimit(side, person)
        return [own < 0 ? served : { ...served, ...limited(own) }]
      },
    )
  }
  return [...notReady(people), ...ofSide('mentor', 'mentors'), ...ofSide('mentee', 'mentees')].sort(
    inOrder,
  )
}
