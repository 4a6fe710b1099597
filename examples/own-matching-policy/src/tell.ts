import type { Matching, Port, Values } from '@reverse-mentoring/core'
import { Explanation } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { namesOf, tellPolicy, type Named } from './about-policy.ts'
import type { RosterPool } from './pool.ts'

const told = (failure: Port.PolicyFailure, nameOf: RosterPool['nameOf']): Error => {
  const { problem, rule, pair, thrown } = failure
  const where = rule === undefined ? '' : ` in “${rule}”`
  const who = pair === undefined ? '' : `, for ${nameOf(pair.mentor)} and ${nameOf(pair.mentee)}`
  const what = thrown === undefined ? '' : `\n${thrown}`
  return new Error(`The policy failed${where}${who}: ${problem}.${what}`)
}

const wordsOf = ({ pool, nameOf }: RosterPool): Explanation.Words => ({
  nameOf,
  labels: new Map(pool.rules.map(({ code }) => [code, code.replace(/-/g, ' ')])),
})

/** A limit that keeps nothing may be meant so, or misspelt. */
const idleNotes = (
  policy: Port.MatchingPolicy,
  seen: RosterPool,
  context: Port.MatchingContext,
): ReadonlyArray<string> => {
  const idle = Explanation.idleLimits(policy, seen.pool, context)
  if (E.isLeft(idle)) throw told(idle.left, seen.nameOf)
  return idle.right.map((limit) => `Note: ${Explanation.render(limit, wordsOf(seen))}`)
}

/** The sentences of a run: which policy it was, each pair and why, then each person without one and why; of all, or of some people. */
export const tellRun = (
  policy: Port.MatchingPolicy,
  seen: RosterPool,
  context: Port.MatchingContext,
  isAsked: (participant: Values.ParticipantId) => boolean,
): ReadonlyArray<string> => {
  const { pool } = seen
  const result = policy.propose(pool, context)
  if (E.isLeft(result)) throw told(result.left, seen.nameOf)
  const words = wordsOf(seen)
  const disclosing = {
    rules: pool.rules.map((rule) => ({ ...rule, about: 'both' as const })),
    scores: [],
  }
  const isPart = ({ mentor, mentee }: Matching.ProposedPair) => isAsked(mentor) || isAsked(mentee)
  const pairs = result.right.pairs
    .filter(isPart)
    .map((pair) => Explanation.whyPair(disclosing, pool, pair, 'coordinator'))
  const unmatched = result.right.unmatched
    .filter(({ participant }) => isAsked(participant))
    .flatMap((one) => Explanation.whyUnmatched(result.right, one, 'coordinator') ?? [])
  return [
    tellPolicy(policy, policy.id),
    ...idleNotes(policy, seen, context),
    ...[...pairs, ...unmatched].map((why) => Explanation.render(why, words)),
  ]
}

/** The sentences of two policies side by side: which they are, who would be paired differently, and why. */
export const tellBoth = (
  [one, other]: readonly [Named, Named],
  seen: RosterPool,
  context: Port.MatchingContext,
): ReadonlyArray<string> => {
  const compared = Explanation.compare(one.policy, other.policy, seen.pool, context)
  if (E.isLeft(compared)) throw told(compared.left, seen.nameOf)
  const [first, second] = namesOf(one, other)
  const words = { ...wordsOf(seen), first, second }
  return [
    tellPolicy(one.policy, first),
    ...idleNotes(one.policy, seen, context),
    tellPolicy(other.policy, second),
    ...idleNotes(other.policy, seen, context),
    ...Explanation.renderComparison(compared.right, words),
  ]
}
