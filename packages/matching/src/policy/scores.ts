import type { Matching, Port } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Criteria } from '../criteria/criteria.ts'
import { fuse } from '../fused/fuse.ts'
import { inSeededOrder } from '../fused/seeded-order.ts'

const indexOf = (people: ReadonlyArray<Matching.Candidate>) => {
  const at = new Map(people.map(({ participant }, i) => [participant, i]))
  return ({ participant }: Matching.Candidate): number => at.get(participant) ?? -1
}

/** What criteria think of any pair of a pool: for whoever checks a claim of their policy. */
export const scoresOf = (
  criteria: Criteria,
  threshold: number,
  pool: Matching.MatchingPool,
  context: Port.MatchingContext,
): E.Either<Port.PolicyFailure, Port.PairScores> => {
  const people = inSeededOrder(pool, context)
  const [mentorAt, menteeAt] = [indexOf(people.mentors), indexOf(people.mentees)]
  return pipe(
    fuse(criteria, people, threshold),
    E.map(({ score }) => ({
      score: (mentor, mentee) => {
        const points = score(mentorAt(mentor), menteeAt(mentee))
        return points < 0 ? undefined : points
      },
    })),
  )
}
