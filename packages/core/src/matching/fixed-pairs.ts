import type { PairScores } from '../port/matching-policy.ts'
import type { ParticipantId } from '../values/id.ts'
import type { Candidate, MatchingPool } from './pool.ts'

/** The pairs of a pool that a policy must propose: how many of them each person has, by index. */
export interface FixedPairs {
  readonly mentors: Int32Array
  readonly mentees: Int32Array
  /** By index of mentor and mentee. */
  readonly pairs: ReadonlyArray<readonly [number, number]>
  readonly has: (
    mentor: Pick<Candidate, 'participant'>,
    mentee: Pick<Candidate, 'participant'>,
  ) => boolean
}

/** Counts the pairs that must be, each once; those of people who are not in the pool not. O(pool + pairs). */
export const fixedPairs = (
  { mentors, mentees }: Pick<MatchingPool, 'mentors' | 'mentees'>,
  together: NonNullable<PairScores['together']>,
): FixedPairs => {
  const at = {
    mentors: new Map(mentors.map(({ participant }, i) => [participant, i])),
    mentees: new Map(mentees.map(({ participant }, i) => [participant, i])),
  }
  const counts = {
    mentors: new Int32Array(mentors.length),
    mentees: new Int32Array(mentees.length),
  }
  const pairs: Array<readonly [number, number]> = []
  const mentorsOf = new Map<ParticipantId, Set<ParticipantId>>()
  for (const { mentor, mentee } of together) {
    const [junior, senior] = [at.mentors.get(mentor), at.mentees.get(mentee)]
    const known = mentorsOf.get(mentee) ?? new Set()
    if (junior === undefined || senior === undefined || known.has(mentor)) continue
    mentorsOf.set(mentee, known.add(mentor))
    pairs.push([junior, senior])
    counts.mentors[junior] = (counts.mentors[junior] ?? 0) + 1
    counts.mentees[senior] = (counts.mentees[senior] ?? 0) + 1
  }
  return {
    ...counts,
    pairs,
    has: (mentor, mentee) => mentorsOf.get(mentee.participant)?.has(mentor.participant) === true,
  }
}
