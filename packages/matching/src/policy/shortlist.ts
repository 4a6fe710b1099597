import type { Matching, Port, Values } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Criteria } from '../criteria/criteria.ts'
import { failure } from '../fused/failure.ts'
import { greedy } from './greedy.ts'

/** What somebody may choose from, the best first. */
export interface Shortlist {
  readonly mentee: Values.ParticipantId
  readonly choices: ReadonlyArray<Matching.ProposedPair>
}

export interface ShortlistOptions {
  readonly criteria: Criteria
  /** How many mentors each mentee is shown, at most. */
  readonly length: number
  /** To how many mentees each mentor is shown, at most. */
  readonly exposureCap: number
}

const withPlaces = (
  people: ReadonlyArray<Matching.Candidate>,
  places: number,
): ReadonlyArray<Matching.Candidate> => people.map((person) => ({ ...person, places }))

const checked = (
  counts: Omit<ShortlistOptions, 'criteria'>,
): E.Either<Port.PolicyFailure, unknown> => {
  const bad = Object.entries(counts).find(([, n]) => !Number.isSafeInteger(n) || n < 1)
  return bad === undefined
    ? E.right(counts)
    : E.left(failure(`${bad[0]} is ${String(bad[1])}; it must be a whole number from 1`))
}

/**
 * For self-match: the best mentors for each mentee, nobody shown to more mentees than the cap. Of two mentees the one
 * with the better pair is served first. A query: nothing of it is recorded.
 */
export const shortlist =
  ({ criteria, length, exposureCap }: ShortlistOptions) =>
  (
    pool: Matching.MatchingPool,
    context: Port.MatchingContext,
  ): E.Either<Port.PolicyFailure, ReadonlyArray<Shortlist>> =>
    pipe(
      checked({ length, exposureCap }),
      E.flatMap(() =>
        greedy({ criteria }).propose(
          {
            ...pool,
            mentors: withPlaces(pool.mentors, exposureCap),
            mentees: withPlaces(pool.mentees, length),
          },
          context,
        ),
      ),
      E.map(({ pairs }) => {
        const choices = new Map<Values.ParticipantId, Array<Matching.ProposedPair>>()
        for (const { participant } of pool.mentees) choices.set(participant, [])
        for (const pair of [...pairs].sort((a, b) => b.score - a.score))
          choices.get(pair.mentee)?.push(pair)
        return pool.mentees.map(({ participant }) => ({
          mentee: participant,
          choices: choices.get(participant) ?? [],
        }))
      }),
    )
