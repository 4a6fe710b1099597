import type { Matching, Port } from '@reverse-mentoring/core'
import type { People } from '../measure/people.ts'

/** A hash of a text from a seed, below 2³² (FNV-1a, mixed at the end as in MurmurHash3). */
const hash = (text: string, seed: number): number => {
  let h = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const inOrder = (
  candidates: ReadonlyArray<Matching.Candidate>,
  seed: number,
): ReadonlyArray<Matching.Candidate> =>
  candidates
    .map((candidate) => ({ candidate, key: hash(candidate.participant, seed) }))
    .sort((a, b) => a.key - b.key || (a.candidate.participant < b.candidate.participant ? -1 : 1))
    .map(({ candidate }) => candidate)

/**
 * The people of a pool in an order that only the seed and their ids decide, so that nothing that follows can depend on
 * the order of the pool, and ties break by lot. O(people log people).
 */
export const inSeededOrder = (
  pool: Matching.ReadingPool,
  { seed, asOf, development = false }: Port.MatchingContext,
): People => ({
  mentors: inOrder(pool.mentors, Math.imul(seed, 2)),
  mentees: inOrder(pool.mentees, Math.imul(seed, 2) + 1),
  pool,
  asOf,
  development,
})
