import type { Matching, Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { appendFileSync, existsSync } from 'node:fs'

const propose = ({ mentors, mentees }: Matching.MatchingPool): Matching.MatchingResult => {
  const pairs = mentees.flatMap(({ participant: mentee }, i) => {
    const mentor = mentors[i]?.participant
    return mentor === undefined ? [] : [{ mentor, mentee, score: 0, reasons: [] }]
  })
  return { pairs, unmatched: [], worth: { pairs: pairs.length, score: 0 } }
}

/**
 * Works without a pause until there is a file of a name that the first mentor has as an attribute; where there is none it
 * is done at once. It leaves a mark in another file each time.
 */
export const policy: Port.MatchingPolicy = {
  id: 'first-come' as Values.Code,
  version: '1' as Values.Version,
  claims: {},
  propose: (pool, _context, { onProgress } = {}) => {
    const { until, marks } = pool.mentors[0]?.attributes ?? {}
    for (let n = 1; until !== undefined && !existsSync(String(until)); n += 1) {
      appendFileSync(String(marks), '.')
      onProgress?.(1 - 1 / n)
    }
    return E.right(propose(pool))
  },
}
