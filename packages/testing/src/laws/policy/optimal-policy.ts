import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { readable } from '../../readable.ts'
import { bestByTrying, isBetter } from './brute-force.ts'
import { policyLaw, type Tried } from './trial.ts'

/** The best of so few people can be found by trying. */
const few = 4

const unsaid = 'the policy claims `optimal` and does not say what pairs are worth (`scores`)'

const certified = (objective: Port.Objective) =>
  policyLaw(
    'INV31 nothing is worth more than an optimal result, and its certificate proves it',
    ({ pool, propose, scores }) => {
      const said = scores()
      if (said === undefined) return unsaid
      const verified = Matching.verifyResult(pool, propose(), { ...said, objective })
      return E.isLeft(verified) ? readable(verified.left) : undefined
    },
  )

const asGoodAsTrying = (objective: Port.Objective) =>
  policyLaw(
    'INV31 an optimal result of a small pool is as good as the best that trying everything finds',
    ({ pool, propose, scores }) => {
      const small = {
        ...pool,
        mentors: pool.mentors.slice(0, few),
        mentees: pool.mentees.slice(0, few),
      }
      const { score } = scores(small) ?? {}
      if (score === undefined) return unsaid
      const best = bestByTrying(Matching.problemOfPool(small, score, objective))
      const { worth } = propose(small)
      return !isBetter(objective, best, worth) && !isBetter(objective, worth, best)
        ? undefined
        : `${readable(worth)} instead of ${readable(best)} of its first ${String(few)} people`
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
    (tried) => {
      const { worth } = tried.propose()
      for (const [what, pool] of lesser(tried)) {
        const before = tried.propose(pool).worth
        if (isBetter(objective, before, worth))
          return `${what} more, and ${readable(before)} becomes ${readable(worth)}`
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
