import type { Matching, Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Criteria } from '../criteria/criteria.ts'
import type { Ranks } from '../engine/stable.ts'
import { type Fused, fuse } from '../fused/fuse.ts'
import type { People } from '../measure/people.ts'

/** How much each side likes pairs: the same rules, and the scores that are not the other side's liking. */
export type Likings = Readonly<Record<Values.Role, Fused>>

const asLikedBy = (side: Values.Role, { scores, ...rest }: Criteria): Criteria => ({
  ...rest,
  scores: scores.filter(({ likingOf }) => likingOf === undefined || likingOf === side),
})

/** The likings of criteria for the people of a run. */
export const likingsOf = (
  criteria: Criteria,
  people: People,
): E.Either<Port.PolicyFailure, Likings> => {
  const mentor = fuse(asLikedBy('mentor', criteria), people)
  if (E.isLeft(mentor)) return mentor
  const mentee = fuse(asLikedBy('mentee', criteria), people)
  return E.isLeft(mentee) ? mentee : E.right({ mentor: mentor.right, mentee: mentee.right })
}

/** How both ends of each edge rank it. O(edges). */
export const ranksOf = (
  { first, mentorOf, menteePlaces }: Matching.MatchingProblem,
  likings: Likings,
): Ranks => {
  const ofSide = (fused: Fused): Int32Array => {
    const ranks = new Int32Array(mentorOf.length)
    for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
      const start = first[mentee] ?? 0
      const { scores, count } = fused.row(mentee, mentorOf.subarray(start, first[mentee + 1]))
      for (let at = 0; at < count; at += 1) ranks[start + at] = -(scores[at] ?? 0)
    }
    return ranks
  }
  return { ofMentor: ofSide(likings.mentor), ofMentee: ofSide(likings.mentee) }
}
