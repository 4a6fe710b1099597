import type { Matching, Port } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Criteria } from '../criteria/criteria.ts'
import { type Fused, fuse } from '../fused/fuse.ts'
import { limitsOf } from '../fused/limits.ts'
import { inSeededOrder } from '../fused/seeded-order.ts'
import type { People } from '../measure/people.ts'
import { likingsOf } from './likings.ts'

const indexOf = (people: ReadonlyArray<Matching.Candidate>) => {
  const at = new Map(people.map(({ participant }, i) => [participant, i]))
  return ({ participant }: Matching.Candidate): number => at.get(participant) ?? -1
}

/** What fused criteria think of two people, by who they are. */
const pairScore = ({ mentors, mentees }: People): ((fused: Fused) => Port.PairScore) => {
  const [mentorAt, menteeAt] = [indexOf(mentors), indexOf(mentees)]
  return ({ score }) =>
    (mentor, mentee) => {
      const points = score(mentorAt(mentor), menteeAt(mentee))
      return points < 0 ? undefined : points
    }
}

/** What the criteria of a policy think of any pair of a pool: for whoever checks a claim. */
export const scoresOf = (
  {
    criteria,
    spread = 0,
    threshold = 0,
    hasLikings,
  }: {
    readonly criteria: Criteria
    readonly spread?: number | undefined
    readonly threshold?: number | undefined
    readonly hasLikings?: true
  },
  pool: Matching.ReadingPool,
  context: Port.MatchingContext,
): E.Either<Port.PolicyFailure, Port.PairScores> => {
  const people = inSeededOrder(pool, context)
  const of = pairScore(people)
  const scored = pipe(fuse(criteria, people, threshold), E.map(of))
  if (E.isLeft(scored)) return scored
  const score = scored.right
  const admitted = pipe(fuse(criteria, people), E.map(of))
  if (E.isLeft(admitted)) return admitted
  const limits = limitsOf(criteria, pool)
  if (E.isLeft(limits)) return limits
  const codes = [...criteria.rules, ...criteria.scores].map(({ code }) => code)
  const all: Port.PairScores = {
    ...{ score, codes },
    ...(spread > 0 && { spread }),
    ...(criteria.limits.length > 0 && limits.right),
    ...(threshold > 0 && {
      admits: (mentor, mentee) => admitted.right(mentor, mentee) !== undefined,
    }),
  }
  if (hasLikings !== true) return E.right(all)
  const whereAdmitted =
    (liking: Port.PairScore): Port.PairScore =>
    (mentor, mentee) =>
      score(mentor, mentee) === undefined ? undefined : liking(mentor, mentee)
  return pipe(
    likingsOf(criteria, people),
    E.map(({ mentor, mentee }) => ({
      ...all,
      likedBy: { mentor: whereAdmitted(of(mentor)), mentee: whereAdmitted(of(mentee)) },
    })),
  )
}
