import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { runPolicy } from '../policy/run-policy.ts'
import { failure } from '../fused/failure.ts'
import { type GroupTotal, byGroup } from './by-group.ts'
import { saidOnce } from './said-once.ts'
import { tells } from './viewer.ts'

/** What a policy does with a pair that only the other one proposes. */
export type Otherwise = 'not-admitted' | 'served-better' | 'unknown'

/** A pair that one policy proposes and the other does not. */
export interface OnlyOne {
  readonly mentor: Values.ParticipantId
  readonly mentee: Values.ParticipantId
  readonly by: 'first' | 'second'
  /** What spoke for it there and may be told to a coordinator, by code: what counted most first. */
  readonly spoke: ReadonlyArray<Values.Code>
  readonly otherwise: Otherwise
}

/** Somebody whose partners two policies choose differently. */
export interface Differing {
  readonly participant: Values.ParticipantId
  readonly role: Values.Role
  readonly first: ReadonlyArray<Values.ParticipantId>
  readonly second: ReadonlyArray<Values.ParticipantId>
}

/** Two policies on the same pool; for the coordinator who chooses between them. */
export interface Comparison {
  readonly first: Matching.MatchingResult['worth']
  readonly second: Matching.MatchingResult['worth']
  /** Pairs that both propose. */
  readonly same: number
  readonly only: ReadonlyArray<OnlyOne>
  /** In the order of role (mentors first), then id. */
  readonly people: ReadonlyArray<Differing>
  /** How many of each group of the pool they pair, by attributes of the job. */
  readonly groups: ReadonlyArray<GroupTotal>
}

const keyOf = ({ mentor, mentee }: Matching.ProposedPair): string => `${mentee} ${mentor}`

/** What spoke for a pair and may be told to a coordinator: what is recorded as such. */
const spokeIn = ({
  rules,
}: Matching.MatchingPool): ((pair: Matching.ProposedPair) => ReadonlyArray<Values.Code>) => {
  const recorded = { rules: rules.map((rule) => ({ ...rule, about: 'both' as const })), scores: [] }
  const isTold = tells('coordinator', recorded, rules)
  return ({ reasons }) => saidOnce(reasons, isTold)
}

/** How a policy judges pairs of others. */
const judgeOf = (
  { reads = [], scores: score }: Port.MatchingPolicy,
  pool: Matching.MatchingPool,
  context: Port.MatchingContext,
): E.Either<Port.PolicyFailure, (pair: Matching.ProposedPair) => Otherwise> => {
  if (score === undefined) return E.right(() => 'unknown')
  const scores = Matching.askScores({ reads, scores: score }, pool, context)
  if (E.isLeft(scores)) return scores
  const mentors = new Map(pool.mentors.map((one) => [one.participant, one]))
  const mentees = new Map(pool.mentees.map((one) => [one.participant, one]))
  return E.right(({ mentor, mentee }) => {
    const [junior, senior] = [mentors.get(mentor), mentees.get(mentee)]
    if (junior === undefined || senior === undefined) return 'unknown'
    return scores.right.score(junior, senior) === undefined ? 'not-admitted' : 'served-better'
  })
}

const partners = (
  pairs: ReadonlyArray<Matching.ProposedPair>,
): ReadonlyMap<string, ReadonlyArray<Values.ParticipantId>> => {
  const of = new Map<string, Array<Values.ParticipantId>>()
  const add = (key: string, other: Values.ParticipantId): void => {
    const list = of.get(key)
    if (list === undefined) of.set(key, [other])
    else list.push(other)
  }
  for (const { mentor, mentee } of pairs) {
    add(`mentor ${mentor}`, mentee)
    add(`mentee ${mentee}`, mentor)
  }
  return of
}

const proposed = (
  policy: Port.MatchingPolicy,
  pool: Matching.MatchingPool,
  context: Port.MatchingContext,
): E.Either<Port.PolicyFailure, Matching.MatchingResult> => {
  const result = runPolicy(policy, pool, context)
  if (E.isRight(result)) return result
  return E.left(result.left._tag === 'Cancelled' ? failure('stopped') : result.left)
}

/** Runs two policies on the same pool and says who would be paired differently, and what spoke for and against it. */
export const compare = (
  first: Port.MatchingPolicy,
  second: Port.MatchingPolicy,
  pool: Matching.MatchingPool,
  context: Port.MatchingContext,
): E.Either<Port.PolicyFailure, Comparison> => {
  const [one, two] = [proposed(first, pool, context), proposed(second, pool, context)]
  if (E.isLeft(one)) return one
  if (E.isLeft(two)) return two
  const [judgeOne, judgeTwo] = [judgeOf(first, pool, context), judgeOf(second, pool, context)]
  if (E.isLeft(judgeOne)) return judgeOne
  if (E.isLeft(judgeTwo)) return judgeTwo
  const inOne = new Set(one.right.pairs.map(keyOf))
  const inTwo = new Set(two.right.pairs.map(keyOf))
  const spoke = spokeIn(pool)
  const only = (
    by: OnlyOne['by'],
    pairs: ReadonlyArray<Matching.ProposedPair>,
    others: ReadonlySet<string>,
    judge: (pair: Matching.ProposedPair) => Otherwise,
  ): ReadonlyArray<OnlyOne> =>
    pairs
      .filter((pair) => !others.has(keyOf(pair)))
      .map((pair) => ({
        mentor: pair.mentor,
        mentee: pair.mentee,
        by,
        spoke: spoke(pair),
        otherwise: judge(pair),
      }))
  const [withOne, withTwo] = [partners(one.right.pairs), partners(two.right.pairs)]
  const people = [...pool.mentors, ...pool.mentees].flatMap(({ participant, role }) => {
    const key = `${role} ${participant}`
    const [before, after] = [withOne.get(key) ?? [], withTwo.get(key) ?? []]
    const isSame = before.length === after.length && before.every((id) => after.includes(id))
    return isSame ? [] : [{ participant, role, first: before, second: after }]
  })
  return E.right({
    first: one.right.worth,
    second: two.right.worth,
    same: one.right.pairs.filter((pair) => inTwo.has(keyOf(pair))).length,
    only: [
      ...only('first', one.right.pairs, inTwo, judgeTwo.right),
      ...only('second', two.right.pairs, inOne, judgeOne.right),
    ],
    people,
    groups: byGroup(pool, one.right, two.right),
  })
}
