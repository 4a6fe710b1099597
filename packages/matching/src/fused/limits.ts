import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Criteria } from '../criteria/criteria.ts'
import type { Amount, AtLeast, AtMost, Group, Limit } from '../limit/limit.ts'
import { failure } from './failure.ts'
import { hasLegalBasis, readsOf, unlawful } from './reading.ts'

/** What a policy says of a pool beside what pairs are worth. */
export type ToldLimits = Required<
  Pick<Port.PairScores, 'limits' | 'floors' | 'pairLimits' | 'together'>
>

const nothing: ToldLimits = { limits: [], floors: [], pairLimits: [], together: [] }

const fits = (known: Port.Attributes, wanted: Port.Attributes = {}): boolean =>
  Object.entries(wanted).every(
    ([name, value]) => Object.hasOwn(known, name) && known[name] === value,
  )

/** The people of a group in a pool: who is not known to belong does not. */
const peopleOf = (
  pool: Matching.ReadingPool,
  { of, where, identity }: Group,
  code: Limit['code'],
): Port.PeopleGroup => {
  const side = of === 'mentor' ? pool.mentors : pool.mentees
  const people = side.filter(
    ({ participant, attributes }) =>
      fits(attributes, where) && fits(Matching.identityOf(pool, code, participant), identity),
  )
  return { code, role: of, people: people.map(({ participant }) => participant) }
}

const identityNames = (limit: AtMost | AtLeast): ReadonlyArray<string> => [
  ...Object.keys(limit.identity ?? {}),
  ...(limit.kind === 'at-most' ? Object.keys(limit.with?.identity ?? {}) : []),
]

/** What a limit reads of identity. */
export const readingOf = (
  limit: Limit,
): { readonly code: Limit['code']; readonly reads: ReadonlyArray<string> } => ({
  code: limit.code,
  reads: limit.kind === 'together' ? [] : [...new Set(identityNames(limit))],
})

const countOf = (
  amount: Amount,
  people: number,
  round: (share: number) => number,
): number | undefined => {
  if (typeof amount === 'number')
    return Number.isSafeInteger(amount) && amount >= 0 ? amount : undefined
  const { share } = amount
  // Rounded first to what doubles are sure of: 0.07 × 100 is 7.000000000000001 else.
  return share >= 0 && share <= 1 ? round(Number((share * people).toFixed(9))) : undefined
}

/** Pairs that must be, each once, and nothing else of what was given. */
const joined = (
  known: ToldLimits['together'],
  more: ToldLimits['together'],
): ToldLimits['together'] => {
  const pairs = new Map(known.map((pair) => [`${pair.mentor} ${pair.mentee}`, pair]))
  for (const { mentor, mentee } of more) pairs.set(`${mentor} ${mentee}`, { mentor, mentee })
  return [...pairs.values()]
}

const pairLimit = (
  pool: Matching.ReadingPool,
  { code, of }: AtMost,
  other: Omit<Group, 'of'>,
  { people }: Port.PeopleGroup,
  atMost: number,
): Port.PeoplePairLimit => {
  const role = of === 'mentor' ? 'mentee' : 'mentor'
  const opposite = peopleOf(pool, { ...other, of: role }, code).people
  return of === 'mentor'
    ? { code, mentors: people, mentees: opposite, atMost }
    : { code, mentors: opposite, mentees: people, atMost }
}

const noCount = 'asks for a number that is neither a whole number from 0 nor a share from 0 to 1'

/** What criteria limit in a pool, by people; or what is wrong with it. O(limits × people). */
export const limitsOf = (
  { limits }: Criteria,
  pool: Matching.ReadingPool,
): E.Either<Port.PolicyFailure, ToldLimits> => {
  let told = nothing
  for (const limit of limits) {
    const { code } = limit
    const bad = (problem: string) => E.left(failure(problem, { rule: code }))
    if (limit.kind === 'together') {
      const lives = (pair: Matching.LockedPair): boolean =>
        pool.locked.some(({ mentor, mentee }) => mentor === pair.mentor && mentee === pair.mentee)
      const fresh = limit.pairs.filter((pair) => !lives(pair))
      told = { ...told, together: joined(told.together, fresh) }
      continue
    }
    const reads = readsOf([readingOf(limit)])
    if (reads.length > 0 && !hasLegalBasis(pool.rules, code)) return bad(unlawful)
    const seen = Matching.poolFor({ reads }, pool)
    const group = peopleOf(seen, limit, code)
    const { length } = group.people
    if (limit.kind === 'at-most') {
      const atMost = countOf(limit.pairs, length, Math.floor)
      if (atMost === undefined) return bad(noCount)
      told =
        limit.with === undefined
          ? { ...told, limits: [...told.limits, { ...group, atMost }] }
          : {
              ...told,
              pairLimits: [...told.pairLimits, pairLimit(seen, limit, limit.with, group, atMost)],
            }
    } else {
      const atLeast = countOf(limit.people, length, Math.ceil)
      if (atLeast === undefined) return bad(noCount)
      if (atLeast > length && reads.length === 0)
        return bad(
          `asks for ${String(atLeast)} people of a group that has ${String(length)} in the pool: lower it, or look how \`where\` is spelled`,
        )
      told = { ...told, floors: [...told.floors, { ...group, atLeast }] }
    }
  }
  return E.right(told)
}
