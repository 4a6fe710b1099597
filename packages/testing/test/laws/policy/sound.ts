import type { Matching, Port, Values } from '@reverse-mentoring/core'
import { Criteria, Policy, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'

const criteria = Criteria.of(Score.topics({ points: 20 }), Score.differentRegion({ points: 7 }))

/** Claims nothing, and with `stable` what it keeps: best pair first leaves no pair that both would rather have. */
export const greedy = Policy.greedy({ criteria })
export const stable: Port.MatchingPolicy = { ...greedy, claims: { stable: true } }

export const random = Policy.random({ criteria })
export const optimal = Policy.optimal({ criteria, objective: 'participation-first' })

/** Makes as many pairs as can be, whosever they are. */
export const mostPairs = Policy.optimal({
  criteria: Criteria.concat(
    criteria,
    Criteria.of(
      Score.own({ code: 'a-pair' as Values.Code, disclosure: 'none', points: () => 1_000_000 }),
    ),
  ),
  objective: 'score-first',
})

export type Propose = Port.MatchingPolicy['propose']

/** A policy that proposes otherwise. */
export const proposing = (
  policy: Port.MatchingPolicy,
  change: (propose: Propose) => Propose,
): Port.MatchingPolicy => ({ ...policy, propose: change(policy.propose) })

/** A policy that says something else of what it proposes. */
export const saying = (
  policy: Port.MatchingPolicy,
  change: (result: Matching.MatchingResult) => Matching.MatchingResult,
): Port.MatchingPolicy =>
  proposing(policy, (propose) => (pool, context) => E.map(change)(propose(pool, context)))

/** A policy that sees another pool than there is. */
export const seeing = (
  policy: Port.MatchingPolicy,
  change: (pool: Matching.MatchingPool) => Matching.MatchingPool,
): Port.MatchingPolicy =>
  proposing(policy, (propose) => (pool, context) => propose(change(pool), context))

/** Somebody of whom no pool knows. */
export const stranger = '10000000-0000-4000-8000-000000999999' as Values.ParticipantId
