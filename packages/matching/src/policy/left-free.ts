import type { Matching } from '@reverse-mentoring/core'
import type { Fused } from '../fused/fuse.ts'
import { roomOf } from './room.ts'
import type { Solved } from './solved.ts'

/** Why somebody is left beside a free place that they could have: a limit, by its index, or the spread. */
export type LeftFree = { readonly limit: number } | 'spread'

/** Whoever is left without a pair beside a free place, and why; a limit goes before the spread. */
export interface LeftOnes {
  readonly mentors: ReadonlyMap<number, LeftFree>
  readonly mentees: ReadonlyMap<number, LeftFree>
  /** The limit that somebody without a pair counts in and that is reached; -1 for none. */
  readonly ownLimit: (side: Matching.Group['side'], person: number) => number
}

const unheld = (held: Int32Array, free: Int32Array): Int32Array =>
  Int32Array.from(held.keys()).filter((person) => held[person] === 0 && (free[person] ?? 0) > 0)

/**
 * Looks from everybody without a pair at the free places opposite. O(people without a pair × people with a free place), and
 * nothing without limits and spread: then a result leaves nobody so.
 */
export const leftFree = (fused: Fused, { problem, solution }: Solved): LeftOnes => {
  const { limits = [], pairLimits = [], spread = 0 } = problem
  const found = { mentors: new Map<number, LeftFree>(), mentees: new Map<number, LeftFree>() }
  if (limits.length + pairLimits.length === 0 && spread === 0)
    return { ...found, ownLimit: () => -1 }
  const room = roomOf(problem, solution.taken)
  const { free, held } = room
  const note = (side: Matching.Group['side'], person: number, limit: number): void => {
    if (held[side][person] !== 0) return
    const before = found[side].get(person)
    if (limit >= 0 && (before === undefined || before === 'spread'))
      found[side].set(person, { limit })
    else if (before === undefined) found[side].set(person, 'spread')
  }
  const lonely = unheld(held.mentors, free.mentors)
  const open = Int32Array.from(free.mentors.keys()).filter(
    (mentor) => (free.mentors[mentor] ?? 0) > 0,
  )
  for (let mentee = 0; mentee < free.mentees.length; mentee += 1) {
    if ((free.mentees[mentee] ?? 0) <= 0) continue
    const row = fused.row(mentee, held.mentees[mentee] === 0 ? open : lonely)
    for (let at = 0; at < row.count; at += 1) {
      const mentor = row.mentors[at] ?? 0
      const limit = room.limitOn(mentor, mentee)
      note('mentors', mentor, limit)
      note('mentees', mentee, limit)
    }
  }
  return { ...found, ownLimit: room.ownLimit }
}
