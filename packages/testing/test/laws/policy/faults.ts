import type { Matching, Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { createHash } from 'node:crypto'
import {
  greedy,
  mostPairs,
  optimal,
  proposing,
  random,
  saying,
  seeing,
  stable,
  stranger,
} from './sound.ts'

type Pair = Matching.ProposedPair

const firstPair = (change: (pair: Pair) => ReadonlyArray<Pair>) =>
  saying(greedy, (result) => ({
    ...result,
    pairs: result.pairs.flatMap((pair, i) => (i === 0 ? change(pair) : [pair])),
  }))

const reasons = (
  change: (
    unmatched: Matching.MatchingResult['unmatched'],
    result: Matching.MatchingResult,
  ) => Matching.MatchingResult['unmatched'],
) => saying(greedy, (result) => ({ ...result, unmatched: change(result.unmatched, result) }))

const prices = (change: (price: number) => number) =>
  saying(optimal, (result) => ({
    ...result,
    certificate: {
      levels: (result.certificate?.levels ?? []).map((level) => ({
        ...level,
        mentors: new Map([...level.mentors].map(([id, price]) => [id, change(price)])),
      })),
    },
  }))

const claiming = (policy: Port.MatchingPolicy, claims: Port.PolicyClaims): Port.MatchingPolicy => ({
  ...policy,
  claims,
})

const mutes = ({ scores: _scores, ...policy }: Port.MatchingPolicy): Port.MatchingPolicy => policy

/** A policy by lot, and the lot is what it sees of identity. */
const peeking = (
  look: (pool: Matching.ReadingPool) => unknown,
  reads: ReadonlyArray<Port.IdentityUse> = [],
): Port.MatchingPolicy => ({
  ...mutes(random),
  reads,
  propose: (pool, context) => {
    const seen = JSON.stringify([look(pool)])
    return random.propose(pool, { ...context, seed: Number(`0x${hash(seen)}`) })
  },
})

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

let turns = 0

/** Policies that break a law, by the beginning of its name and what is wrong with them. */
export const faults: Readonly<Record<string, Readonly<Record<string, Port.MatchingPolicy>>>> = {
  'INV29 ': {
    'it pairs who is barred': seeing(greedy, (pool) => ({ ...pool, forbidden: [] })),
    'it pairs who is paired already': seeing(greedy, (pool) => ({ ...pool, locked: [] })),
    'it pairs within a line': seeing(greedy, (pool) => ({
      ...pool,
      mentors: pool.mentors.map((mentor) => ({ ...mentor, chain: [] })),
      mentees: pool.mentees.map((mentee) => ({ ...mentee, chain: [] })),
    })),
    'it pairs equals': seeing(greedy, (pool) => ({
      ...pool,
      mentors: pool.mentors.map((mentor) => ({ ...mentor, seniority: mentor.seniority - 1 })),
    })),
    'it minds no common manager': seeing(greedy, (pool) => ({ ...pool, sameManager: 'allowed' })),
    'it finds a place too many': seeing(greedy, (pool) => ({
      ...pool,
      mentors: pool.mentors.map((mentor) => ({ ...mentor, places: mentor.places + 1 })),
    })),
    'it pairs strangers': firstPair((pair) => [{ ...pair, mentor: stranger }]),
    'it proposes a pair twice': firstPair((pair) => [pair, pair]),
    'it scores a point more': firstPair((pair) => [
      { ...pair, score: pair.score + 1, reasons: [] },
    ]),
    'it gives no reasons': saying(greedy, (result) => ({
      ...result,
      pairs: result.pairs.map((pair) => ({ ...pair, reasons: [] })),
    })),
    'it pairs somebody with themselves': saying(greedy, (result) => ({
      ...result,
      pairs: result.pairs.map((pair) => ({ ...pair, mentee: pair.mentor })),
    })),
    'its pairs are in another order': saying(greedy, (result) => ({
      ...result,
      pairs: [...result.pairs].reverse(),
    })),
    'it invents a rule': firstPair((pair) => [
      { ...pair, reasons: pair.reasons.map((one) => ({ ...one, rule: 'luck' as Values.Code })) },
    ]),
    'its reasons are in another order': firstPair((pair) => [
      {
        ...pair,
        reasons: [...pair.reasons, { rule: 'topics' as Values.Code, points: 0 }],
      },
    ]),
    'its bound is below its worth': saying(optimal, (result) => ({
      ...result,
      bound: { pairs: result.worth.pairs - 1, score: result.worth.score },
    })),
    'its sum is wrong': saying(greedy, (result) => ({
      ...result,
      worth: { ...result.worth, score: result.worth.score + 1 },
    })),
    'it fails': proposing(greedy, () => () => E.left({ _tag: 'PolicyFailure', problem: 'no' })),
    'it throws': proposing(greedy, () => () => {
      throw new Error('no')
    }),
  },
  'INV30 the same pool': {
    'it goes on where it was': proposing(random, (propose) => (pool, context) => {
      turns += 1
      return propose(pool, { ...context, seed: turns })
    }),
    'it looks at the calendar': proposing(
      random,
      (propose) => (pool, context) =>
        propose(pool, { ...context, seed: Math.floor(Date.now() / 86_400_000) }),
    ),
    'it looks at what day it is where it runs': proposing(
      random,
      (propose) => (pool, context) =>
        propose(pool, { ...context, seed: 1000 + new Date(context.asOf).getTimezoneOffset() }),
    ),
    'it changes the pool': proposing(random, (propose) => (pool, context) => {
      const mentors = pool.mentors as Array<Matching.Candidate>
      mentors.pop()
      return propose(pool, context)
    }),
  },
  'INV30 the order': {
    'who comes first decides': proposing(random, (propose) => (pool, context) => {
      const first = Number(pool.mentors[0]?.participant.slice(-4) ?? 0)
      return propose(pool, { ...context, seed: first })
    }),
  },
  'INV33 everybody': {
    'it forgets somebody': reasons((unmatched) => unmatched.slice(1)),
    'it says a reason twice': reasons((unmatched) => [...unmatched, ...unmatched.slice(0, 1)]),
    'it has a reason for who is paired': reasons((unmatched, { pairs }) => [
      ...unmatched,
      ...pairs.slice(0, 1).map(({ mentee }) => ({
        participant: mentee,
        role: 'mentee' as const,
        reason: 'not-admissible' as const,
      })),
    ]),
    'nobody is admissible': reasons((unmatched) =>
      unmatched.map(({ participant, role }) => ({ participant, role, reason: 'not-admissible' })),
    ),
    'everybody was struck': reasons((unmatched) =>
      unmatched.map(({ participant, role }) => ({ participant, role, reason: 'struck' })),
    ),
    'nobody is ready': reasons((unmatched) =>
      unmatched.map(({ participant, role }) => ({ participant, role, reason: 'not-ready' })),
    ),
    'everybody is below a threshold': reasons((unmatched) =>
      unmatched.map(({ participant, role, reason }) => ({
        participant,
        role,
        reason: reason === 'not-admissible' ? ('below-threshold' as const) : reason,
      })),
    ),
    'it tells them in another order': reasons((unmatched) => [...unmatched].reverse()),
    'it leaves two who could have each other': saying(greedy, (result) => {
      const [gone, ...pairs] = result.pairs
      if (gone === undefined) return result
      const score = pairs.reduce((sum, pair) => sum + pair.score, 0)
      const has = (id: string) => pairs.some(({ mentor, mentee }) => mentor === id || mentee === id)
      const left = (['mentor', 'mentee'] as const)
        .filter((role) => !has(gone[role]))
        .map((role) => {
          return { participant: gone[role], role, reason: 'places-serve-others-better' as const }
        })
      const unmatched = [...result.unmatched, ...left].sort((a, b) =>
        a.role === b.role ? (a.participant < b.participant ? -1 : 1) : a.role === 'mentor' ? -1 : 1,
      )
      return { ...result, pairs, unmatched, worth: { pairs: pairs.length, score } }
    }),
    'places are few without a witness': reasons((unmatched) =>
      unmatched.map(({ hallSet: _hallSet, ...rest }) => rest),
    ),
    'the witness is one person': reasons((unmatched) =>
      unmatched.map((one) =>
        one.hallSet === undefined ? one : { ...one, hallSet: [one.participant] },
      ),
    ),
  },
  'INV33 somebody': {
    'it proposes nothing, and says that nobody is admissible': proposing(
      mutes(greedy),
      () =>
        ({ mentors, mentees, notReady }) =>
          E.right({
            pairs: [],
            unmatched: [
              ...[...mentors, ...mentees].map(({ participant, role }) => {
                return { participant, role, reason: 'not-admissible' as const }
              }),
              ...notReady.map(({ participant, role }) => {
                return { participant, role, reason: 'not-ready' as const }
              }),
            ].sort((a, b) =>
              a.role === b.role
                ? a.participant < b.participant
                  ? -1
                  : 1
                : a.role === 'mentor'
                  ? -1
                  : 1,
            ),
            worth: { pairs: 0, score: 0 },
          }),
    ),
  },
  'INV39 what is unknown': {
    'it pairs only whose region is known': proposing(greedy, (propose) => (pool, context) => {
      const isKnown = ({ attributes }: Matching.Candidate) => attributes['region'] !== undefined
      const unknown = [...pool.mentors, ...pool.mentees].filter((one) => !isKnown(one))
      const known = {
        ...pool,
        mentors: pool.mentors.filter(isKnown),
        mentees: pool.mentees.filter(isKnown),
      }
      return E.map((result: Matching.MatchingResult) => ({
        ...result,
        unmatched: [
          ...result.unmatched,
          ...unknown.map(({ participant, role }) => ({
            participant,
            role,
            reason: 'not-admissible' as const,
          })),
        ],
      }))(propose(known, context))
    }),
  },
  'INV39 identity': {
    'it reads what another rule may read': peeking((pool) => pool.identity?.['others-by-law']),
    'it reads whatever there is': peeking((pool) => pool.identity),
    'it looks which rules read something': peeking(({ identity = {} }) => Object.keys(identity)),
    'it reads more than it says': peeking(
      (pool) => pool.identity?.['others-by-law'],
      [{ rule: 'others-by-law' as Values.Code, attributes: ['first-in-family'] }],
    ),
    'it reads what it says for a rule that has no legal basis': peeking(
      (pool) => pool.identity?.['a-rule-of-nobody'],
      [{ rule: 'a-rule-of-nobody' as Values.Code, attributes: ['gender'] }],
    ),
    'it looks at women only when it says what a pair is worth': {
      ...greedy,
      scores: (pool: Matching.ReadingPool) =>
        E.right({
          score: (mentor) =>
            Object.values(pool.identity ?? {}).filter(
              (people) => people[mentor.participant]?.['gender'] === 'woman',
            ).length,
        }),
    },
  },
  'INV31 nothing is worth more': {
    'it is greedy': claiming(greedy, { optimal: 'participation-first' }),
    'it prices strangers': saying(optimal, (result) => ({
      ...result,
      certificate: {
        levels: (result.certificate?.levels ?? []).map((level) => ({
          ...level,
          mentors: new Map([...level.mentors, [stranger, 0]]),
        })),
      },
    })),
    'it has no certificate': saying(optimal, ({ certificate: _certificate, ...rest }) => rest),
    'its prices are too low': prices((price) => Math.max(0, price - 1)),
    'its prices are too high': prices((price) => price + 1),
    'its prices are no numbers': prices(() => Number.NaN),
    'it does not say what pairs are worth': mutes(optimal),
  },
  'INV31 an optimal result': {
    'it is greedy': claiming(greedy, { optimal: 'participation-first' }),
    'it counts pairs and not people': claiming(mostPairs, { optimal: 'participation-first' }),
  },
  'INV32 ': {
    'many mentors are too many': seeing(optimal, (pool) => ({
      ...pool,
      mentors: pool.mentors.length > 4 ? [] : pool.mentors,
    })),
    'it cares for two places only': seeing(optimal, (pool) => ({
      ...pool,
      mentors: pool.mentors.filter(({ places }) => places < 3),
    })),
    'it likes what is forbidden': seeing(optimal, (pool) => ({
      ...pool,
      mentors: pool.forbidden.length > 0 ? pool.mentors : [],
    })),
  },
  'INV31 a stable result': {
    'it draws lots': claiming(random, { stable: true }),
    'it leaves a place free': saying(stable, (result) => ({
      ...result,
      pairs: result.pairs.slice(1),
    })),
    'it does not say how pairs are liked': mutes(stable),
  },
}
