import type { UnmatchedReason } from '../cohort/event/pairing.ts'
import type { Candidate, MatchingPool } from './pool.ts'
import type { MatchingResult, ProposedPair, UnmatchedCandidate } from './result.ts'

const byMentee = (a: ProposedPair, b: ProposedPair): number =>
  a.mentee + a.mentor < b.mentee + b.mentor ? -1 : 1

const byRole = (a: UnmatchedCandidate, b: UnmatchedCandidate): number =>
  a.role === b.role ? (a.participant < b.participant ? -1 : 1) : a.role === 'mentor' ? -1 : 1

/**
 * The whole result of a policy that only chose pairs: in order, with their worth, and for everybody without one whether
 * there was nobody whom the policy admits, or others were served. O(mentors × mentees) where many are unmatched.
 */
export const resultOfPairs = (
  pool: MatchingPool,
  pairs: ReadonlyArray<ProposedPair>,
  admits: (mentor: Candidate, mentee: Candidate) => boolean,
): MatchingResult => {
  const paired = new Set(
    pairs.flatMap(({ mentor, mentee }) => [`mentor ${mentor}`, `mentee ${mentee}`]),
  )
  const reasonOf = (one: Candidate): UnmatchedReason => {
    const hasSomebody =
      one.role === 'mentor'
        ? pool.mentees.some((mentee) => admits(one, mentee))
        : pool.mentors.some((mentor) => admits(mentor, one))
    return hasSomebody ? 'places-serve-others-better' : 'not-admissible'
  }
  const left = [...pool.mentors, ...pool.mentees].filter(
    ({ role, participant }) => !paired.has(`${role} ${participant}`),
  )
  const unmatched: ReadonlyArray<UnmatchedCandidate> = [
    ...left.map((one) => {
      return { participant: one.participant, role: one.role, reason: reasonOf(one) }
    }),
    ...pool.notReady.map(({ participant, role }) => {
      return { participant, role, reason: 'not-ready' as const }
    }),
  ]
  return {
    pairs: [...pairs].sort(byMentee),
    unmatched: [...unmatched].sort(byRole),
    worth: { pairs: pairs.length, score: pairs.reduce((sum, { score }) => sum + score, 0) },
  }
}
