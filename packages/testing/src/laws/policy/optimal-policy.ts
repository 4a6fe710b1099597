import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { readable } from '../../readable.ts'
import { bestByTrying, isBetter } from './brute-force.ts'
import { policyLaw, type Tried } from './trial.ts'

/** The best of so few people can be found by trying. */
const few = 4

const unsaid = 'the policy claims `optimal` and does not say what pairs are worth (`scores`)'

/** What a result comes to beside the pairs that must be. */
const counted = (
  pool: Matching.MatchingPool,
  result: Matching.MatchingResult,
  said: Port.PairScores,
  objective: Port.Objective,
): Matching.Tally => {
  const problem = Matching.problemOfPool(pool, said, objective)
  return Matching.tally(problem, Matching.takenIn(pool, problem, result))
}

const shown = ({ people, pairs, score, spread }: Matching.Tally): string =>
  readable({ people, pairs, score, ...(spread > 0 && { spread }) })

const certified = (objective: Port.Objective) =>
  policyLaw(
    'INV31 nothing is worth more than an optimal result, and its certificate proves it',
    async ({ pool, propose, scores }) => {
      const said = scores()
      if (said === undefined) return unsaid
      const verified = Matching.verifyResult(pool, await propose(), { ...said, objective })
      return E.isLeft(verified) ? readable(verified.left) : undefined
    },
  )

const asGoodAsTrying = (objective: Port.Objective) =>
  policyLaw(
    'INV31 an optimal result of a small pool is as good as the best that trying everything finds',
    async ({ pool, propose, scores }) => {
      const small = {
        ...pool,
        mentors: pool.mentors.slice(0, few),
        mentees: pool.mentees.slice(0, few),
      }
      const said = scores(small)
      if (said === undefined) return unsaid
      const best = bestByTrying(Matching.problemOfPool(small, said, objective))
      if (best === undefined) return undefined
      const found = counted(small, await propose(small), said, objective)
      return !isBetter(objective, best, found) && !isBetter(objective, found, best)
        ? undefined
        : `${shown(found)} instead of ${shown(best)} of its first ${String(few)} people`
    },
  )

/** The pool before somebody came, or was given another place, or a pair was allowed. */
const lesser = ({
  pool,
  below,
}: Tried): ReadonlyArray<readonly [string, Matching.MatchingPool]> => {
  const gone = below(pool.mentors.length)
  const fuller = pool.mentors.map((mentor, i) =>
    i === gone && mentor.places > 1 ? { ...mentor, places: mentor.places - 1 } : mentor,
  )
  const [mentor, mentee] = [pool.mentors[gone], pool.mentees[below(pool.mentees.length)]]
  const barred =
    mentor === undefined || mentee === undefined
      ? []
      : [{ first: mentor.participant, second: mentee.participant }]
  return [
    ['a mentor', { ...pool, mentors: pool.mentors.filter((_, i) => i !== gone) }],
    ['a place', { ...pool, mentors: fuller }],
    ['an admissible pair', { ...pool, forbidden: [...pool.forbidden, ...barred] }],
  ]
}

const monotone = (objective: Port.Objective) =>
  policyLaw(
    'INV32 one more mentor, place or admissible pair never lowers the objective',
    async (tried) => {
      const said = tried.scores()
      if (said === undefined) return unsaid
      if ((said.floors ?? []).length > 0) return undefined
      const now = counted(tried.pool, await tried.propose(), said, objective)
      for (const [what, pool] of lesser(tried)) {
        const known = tried.scores(pool)
        if (known === undefined) return unsaid
        const before = counted(pool, await tried.propose(pool), known, objective)
        if (isBetter(objective, before, now))
          return `${what} more, and ${shown(before)} becomes ${shown(now)}`
      }
      return undefined
    },
  )

/** What a policy must keep that claims to be optimal under an objective. */
export const optimalPolicy = (objective: Port.Objective) => [
  certified(objective),
  asGoodAsTrying(objective),
  monotone(objective),
]
