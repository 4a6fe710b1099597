import type { IdentityUse, MatchingPolicy } from '../port/matching-policy.ts'
import type { Attributes } from '../port/directory.ts'
import { isObject } from '../values/is-object.ts'
import { picked } from './picked.ts'
import type { IdentityOfPeople, ReadingPool } from './pool.ts'

const onlyThese = (people: IdentityOfPeople, names: ReadonlyArray<string>): IdentityOfPeople =>
  Object.fromEntries(
    Object.entries(people)
      .map(([who, identity]): readonly [string, Attributes] => [who, picked(identity, names)])
      .filter(([, readable]) => Object.keys(readable).length > 0),
  )

const isUse = (u: unknown): u is IdentityUse =>
  isObject(u) &&
  typeof u['rule'] === 'string' &&
  Array.isArray(u['attributes']) &&
  u['attributes'].every((name) => typeof name === 'string')

/** Whether something is what a policy can say that it `reads`, whosever it is. */
export const areUses = (u: unknown): u is ReadonlyArray<IdentityUse> =>
  Array.isArray(u) && u.every(isUse)

/**
 * A pool as one policy may see it: of identity only the attributes that the policy says it `reads`, for each of its rules
 * that has a recorded legal basis; without such a rule, or where what it says makes no sense, there is no `identity`.
 * O(reading rules × people).
 */
export const poolFor = (
  { reads }: Pick<MatchingPolicy, 'reads'>,
  pool: ReadingPool,
): ReadingPool => {
  const { identity = {}, ...rest } = pool
  const lawful = new Set<string>(
    pool.rules.filter(({ legalBasis }) => legalBasis !== undefined).map(({ code }) => code),
  )
  const named = new Map<string, ReadonlyArray<string>>()
  for (const { rule, attributes } of areUses(reads) ? reads : []) {
    if (lawful.has(rule)) named.set(rule, [...(named.get(rule) ?? []), ...attributes])
  }
  if (named.size === 0) return rest
  const seen = [...named].map(([rule, names]): readonly [string, IdentityOfPeople] => [
    rule,
    onlyThese((Object.hasOwn(identity, rule) ? identity[rule] : undefined) ?? {}, names),
  ])
  return { ...rest, identity: Object.fromEntries(seen) }
}
