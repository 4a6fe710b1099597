import type { Matching } from '@reverse-mentoring/core'
import { readable } from '../../readable.ts'

const isTold = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : Object.keys(Object(value) as object).length > 0

/** Somebody without what is not known of them. */
const known = (item: unknown): unknown =>
  typeof item === 'object' && item !== null
    ? Object.fromEntries(
        Object.entries(item).filter(([, value]) => typeof value !== 'object' || isTold(value)),
      )
    : item

/** A pool on a screen: a person or a pair on each line, and nothing that is empty. */
export const tellPool = (pool: Matching.MatchingPool): string =>
  Object.entries(pool)
    .map(([name, value]: readonly [string, unknown]) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return isTold(value) ? `${name}: ${readable(value)}` : ''
      if (!Array.isArray(value)) return `${name}: ${String(value)}`
      return value.length === 0 ? '' : `${name}: ${readable(value.map(known))}`
    })
    .filter((line) => line !== '')
    .join('\n')
