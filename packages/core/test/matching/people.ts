import type { Matching, Values } from '@reverse-mentoring/core'

export const code = (text: string) => text as Values.Code
export const who = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Values.ParticipantId

/** Somebody in a pool of whom nothing particular is known. */
export const candidate = (
  role: Values.Role,
  n: number,
  more: Partial<Matching.Candidate> = {},
): Matching.Candidate => ({
  participant: who(n),
  enrolment: who(1000 + n) as string as Values.EnrolmentId,
  role,
  places: 1,
  seniority: role === 'mentor' ? 1 : 9,
  chain: [],
  external: false,
  offered: [],
  sought: [],
  waitingSince: '2026-03-01T10:00:00.000Z' as Values.Instant,
  attributes: {},
  ...more,
})

/** A pool of these people, in which nothing is forbidden. */
export const poolOf = (
  mentors: ReadonlyArray<Matching.Candidate>,
  mentees: ReadonlyArray<Matching.Candidate>,
  more: Partial<Matching.MatchingPool> = {},
): Matching.MatchingPool => ({
  ...{ mentors, mentees, notReady: [], locked: [], forbidden: [], rules: [] },
  mode: 'reverse',
  sameManager: 'allowed',
  ...more,
})

export const pair = (mentor: number, mentee: number, score = 0): Matching.ProposedPair => ({
  mentor: who(mentor),
  mentee: who(mentee),
  score,
  reasons: score === 0 ? [] : [{ rule: code('topics'), points: score }],
})

/** A result of these pairs, worth their sum. */
export const resultOf = (
  pairs: ReadonlyArray<Matching.ProposedPair>,
  unmatched: ReadonlyArray<Matching.UnmatchedCandidate> = [],
): Matching.MatchingResult => ({
  pairs,
  unmatched,
  worth: { pairs: pairs.length, score: pairs.reduce((sum, { score }) => sum + score, 0) },
})

/** Why somebody is left. */
export const left = (
  role: Values.Role,
  n: number,
  reason: Matching.UnmatchedCandidate['reason'],
  more: Partial<Matching.UnmatchedCandidate> = {},
): Matching.UnmatchedCandidate => ({ participant: who(n), role, reason, ...more })
