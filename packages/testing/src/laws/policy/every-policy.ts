import { isDeepStrictEqual } from 'node:util'
import { Matching } from '@reverse-mentoring/core'
import { elsewhere } from './elsewhere.ts'
import { tellBadResult } from './tell-bad-result.ts'
import { policyLaw, poolsLaw } from './trial.ts'
import { unseenIdentity } from './unseen-identity.ts'

const legal = policyLaw(
  'INV29 every pair is allowed in its pool, fits beside the others, and is worth what it says',
  async ({ pool, propose, scores }) => {
    const result = await propose()
    return tellBadResult(Matching.badPair(pool, result, scores()), result)
  },
)

const repeatable = policyLaw(
  'INV30 the same pool and seed give the same result, at any time and anywhere',
  async ({ propose }) => {
    const result = await propose()
    if (!isDeepStrictEqual(result, await propose())) return 'the second result is another'
    return isDeepStrictEqual(result, await elsewhere(propose))
      ? undefined
      : 'another day, or another time zone, another result'
  },
)

/** Another order of the same items, which a number decides. */
const shuffled = <A>(items: ReadonlyArray<A>, below: (n: number) => number): ReadonlyArray<A> => {
  const from = below(items.length)
  return [...items.slice(from), ...items.slice(0, from)].reverse()
}

const unordered = policyLaw(
  'INV30 the order in which a pool lists people changes nothing',
  async ({ pool, propose, below }) => {
    const other = {
      ...pool,
      mentors: shuffled(pool.mentors, below),
      mentees: shuffled(pool.mentees, below),
      notReady: shuffled(pool.notReady, below),
      locked: shuffled(pool.locked, below),
      forbidden: shuffled(pool.forbidden, below),
    }
    return isDeepStrictEqual(await propose(), await propose(other))
      ? undefined
      : 'another order, another result'
  },
)

const reasoned = policyLaw(
  'INV33 everybody without a pair has exactly one reason, which holds, and no free counterpart',
  async ({ pool, propose, scores }) => {
    const result = await propose()
    const said = scores()
    if (said === undefined) return tellBadResult(Matching.badReason(pool, result), result)
    const problem = Matching.problemOfPool(pool, said, 'score-first')
    return tellBadResult(Matching.badReason(pool, result, { ...said, problem }), result)
  },
)

/** Everybody in a result for whom there was nobody. */
const lonely = ({ unmatched }: Matching.MatchingResult): ReadonlySet<string> =>
  new Set(
    unmatched
      .filter(({ reason }) => reason === 'not-admissible')
      .map(({ role, participant }) => `${role} ${participant}`),
  )

const forgotten = (candidate: Matching.Candidate): Matching.Candidate => ({
  ...candidate,
  attributes: {},
})

const unknownExcludes = ({ rules }: Matching.MatchingPool): boolean =>
  rules.some((rule) => rule.unknownExcludes === true && rule.legalBasis !== undefined)

const unknown = policyLaw(
  'INV39 what is unknown excludes nobody, unless the cohort recorded so with a legal basis',
  async ({ pool, propose }) => {
    if (unknownExcludes(pool)) return undefined
    const [mentors, mentees] = [pool.mentors.map(forgotten), pool.mentees.map(forgotten)]
    const nothing = { ...Matching.poolFor({}, pool), mentors, mentees }
    const [known, none] = [lonely(await propose()), lonely(await propose(nothing))]
    for (const person of none)
      if (!known.has(person)) return `${person} is excluded once nothing is known of anybody`
    return undefined
  },
)

/** Pools in which the cohort allows somebody a pair: of so many a policy that is of use proposes one. */
const someUse = 20

const proposesSomebody = poolsLaw(
  'INV33 somebody is proposed, where the cohort allows many pairs',
  async (pools) => {
    const open = pools.filter(({ pool }) => {
      const allows = Matching.allowsPair(pool)
      return pool.mentors.some((mentor) => pool.mentees.some((mentee) => allows(mentor, mentee)))
    })
    if (open.length < someUse) return undefined
    for (const { propose } of open) if ((await propose()).pairs.length > 0) return undefined
    return `nobody is proposed in any of ${String(open.length)} pools in which the cohort allows somebody a pair`
  },
)

/** What every policy must keep. */
export const everyPolicy = [
  legal,
  repeatable,
  unordered,
  reasoned,
  proposesSomebody,
  unknown,
  unseenIdentity,
]
