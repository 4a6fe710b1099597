import type { Port } from '@reverse-mentoring/core'
import type { Limit } from '../limit/limit.ts'

const isPlain = (u: unknown): u is Record<string, unknown> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

const badAttributes = (attributes: Port.Attributes | undefined): string | undefined => {
  if (attributes === undefined) return undefined
  if (!isPlain(attributes)) return 'names attributes that are no record of values'
  const list = Object.entries(attributes).find(([, value]) => typeof value === 'object')
  return list && `asks for a list in “${list[0]}”: a group has one word or number there`
}

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
  const other = limit.kind === 'at-most' ? limit.with : undefined
  return (
    badAttributes(limit.where) ??
    badAttributes(limit.identity) ??
    badAttributes(other?.where) ??
    badAttributes(other?.identity)
  )
}
