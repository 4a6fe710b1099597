import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'

interface Pair {
  readonly mentor: Values.ParticipantId
  readonly mentee: Values.ParticipantId
}

/**
 * Why two people are not proposed to each other. Whatever forbids a pair reads the same: seniority, line, conflict, an
 * earlier no, a rule of the policy, a full or unready person (INV36). `Unknown` where the policy does not say what it
 * thinks of pairs.
 */
export type WhyNot = Pair & {
  readonly _tag: 'Proposed' | 'NotAdmissible' | 'OthersServeBetter' | 'Unknown'
}

/** Why not that pair: never a number, and never which rule. */
export const whyNot = (
  { reads = [], scores }: Pick<Port.MatchingPolicy, 'scores' | 'reads'>,
  pool: Matching.MatchingPool,
  context: Port.MatchingContext,
  { pairs }: Matching.MatchingResult,
  { mentor, mentee }: Pair,
): E.Either<Port.PolicyFailure, WhyNot> => {
  const is = (_tag: WhyNot['_tag']): WhyNot => ({ _tag, mentor, mentee })
  if (pairs.some((pair) => pair.mentor === mentor && pair.mentee === mentee))
    return E.right(is('Proposed'))
  const junior = pool.mentors.find(({ participant }) => participant === mentor)
  const senior = pool.mentees.find(({ participant }) => participant === mentee)
  if (junior === undefined || senior === undefined || !Matching.allowsPair(pool)(junior, senior))
    return E.right(is('NotAdmissible'))
  if (scores === undefined) return E.right(is('Unknown'))
  return pipe(
    Matching.askScores({ reads, scores }, pool, context),
    E.map(({ score }) =>
      is(score(junior, senior) === undefined ? 'NotAdmissible' : 'OthersServeBetter'),
    ),
  )
}
