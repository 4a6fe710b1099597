import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'

/** A limit or floor that nobody in a pool belongs to, so that it keeps nothing there. */
export interface IdleLimit {
  readonly _tag: 'IdleLimit'
  readonly code: Values.Code
  /** The side on which nobody belongs to its group. */
  readonly of: Values.Role
}

type Group = Omit<IdleLimit, '_tag'> & { readonly people: ReadonlyArray<Values.ParticipantId> }

const groupsOf = ({
  limits = [],
  floors = [],
  pairLimits = [],
}: Port.PairScores): ReadonlyArray<Group> => [
  ...[...limits, ...floors].map(({ code, role, people }) => ({ code, of: role, people })),
  ...pairLimits.flatMap(({ code, mentors, mentees }): ReadonlyArray<Group> => [
    { code, of: 'mentor', people: mentors },
    { code, of: 'mentee', people: mentees },
  ]),
]

/**
 * The limits and floors of a policy that nobody in a pool belongs to: right where a cohort has no such people, and else a
 * word of `where` that is spelled otherwise than in the directory. Of those that read identity none is told, since this
 * would tell what nobody is; a policy that does not say what it limits (`scores`) has none. For who writes or chooses it.
 */
export const idleLimits = (
  { reads = [], scores }: Pick<Port.MatchingPolicy, 'reads' | 'scores'>,
  pool: Matching.ReadingPool,
  context: Port.MatchingContext,
): E.Either<Port.PolicyFailure, ReadonlyArray<IdleLimit>> => {
  if (scores === undefined) return E.right([])
  const said = Matching.askScores({ reads, scores }, pool, context)
  if (E.isLeft(said)) return said
  const reading = new Set(reads.map(({ rule }) => rule))
  return E.right(
    groupsOf(said.right)
      .filter(({ code, people }) => people.length === 0 && !reading.has(code))
      .map(({ code, of }) => ({ _tag: 'IdleLimit', code, of })),
  )
}
