import type { Port } from '@reverse-mentoring/core'
import type { Group, Limit } from '../limit/limit.ts'

const isPlain = (u: unknown): u is Record<string, unknown> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

const isWord = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

const badAttributes = (
  name: string,
  attributes: Port.Attributes | undefined,
): string | undefined => {
  if (attributes === undefined) return undefined
  if (!isPlain(attributes)) return 'names attributes that are no record of values'
  const asked = Object.entries(attributes)
  if (asked.length === 0)
    return `has an empty \`${name}\`, to which everybody would belong: name an attribute there, or leave \`${name}\` out if everybody is meant`
  const bad = asked.find(([, value]) => !isWord(value))
  if (bad === undefined) return undefined
  return typeof bad[1] === 'object'
    ? `asks for a list in “${bad[0]}”: a group has one word or number there`
    : `asks for nothing in “${bad[0]}”: write a word or number there, or leave it out`
}

const badGroup = (within: string, group: Omit<Group, 'of'> | undefined): string | undefined =>
  badAttributes(`${within}where`, group?.where) ??
  badAttributes(`${within}identity`, group?.identity)

const isPair = (u: unknown): boolean =>
  isPlain(u) && typeof u['mentor'] === 'string' && typeof u['mentee'] === 'string'

/** What is wrong with a limit as it was given, whatever the pool. */
export const badLimit = (limit: Limit): string | undefined => {
  const given: Readonly<Record<string, unknown>> = { ...limit }
  if (limit.kind === 'together')
    return Array.isArray(given['pairs']) && given['pairs'].every(isPair)
      ? undefined
      : 'asks for pairs that are none: each has a `mentor` and a `mentee`'
  if (!['at-most', 'at-least'].includes(limit.kind)) return 'is of no kind that there is'
  if (!['mentor', 'mentee'].includes(limit.of))
    return 'is `of` nobody: write the role, mentor or mentee'
  const amount = limit.kind === 'at-most' ? given['pairs'] : given['people']
  if (typeof amount !== 'number' && !(isPlain(amount) && typeof amount['share'] === 'number'))
    return 'asks for a number that is neither a whole number from 0 nor a share from 0 to 1'
  return (
    badGroup('', limit) ?? (limit.kind === 'at-most' ? badGroup('with.', limit.with) : undefined)
  )
}
