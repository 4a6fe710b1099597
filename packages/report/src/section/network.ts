import type { Values } from '@reverse-mentoring/core'
import type { Facts } from '../facts.ts'

/** Formal pairings from a mentor's department to a mentee's. */
export interface Tie {
  readonly mentor: string
  readonly mentee: string
  readonly pairings: number
}

/** In what formal pairings differ, as it was recorded when they were matched. */
export interface Crossing {
  readonly respect: 'region' | 'department' | 'location'
  readonly across: number
  readonly within: number
  readonly unknown: number
}

/** The ties that the cohort made between parts of the organisation. */
export interface Network {
  /** By department, the one with the most pairings first. */
  readonly departments: ReadonlyArray<string>
  readonly ties: ReadonlyArray<Tie>
  readonly crossings: ReadonlyArray<Crossing>
}

/** More departments than these would not be told apart; the smallest are shown as one. */
const MOST_DEPARTMENTS = 12
const OTHERS = 'Other departments'
const UNKNOWN = 'Not known'

const departmentOf = ({ input, known }: Facts, participant: Values.ParticipantId): string => {
  if (!known.has(participant)) return UNKNOWN
  const department = input.people.get(participant)?.['department']
  return typeof department === 'string' && department !== '' ? department : UNKNOWN
}

const increment = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const bySize = (counts: ReadonlyMap<string, number>): ReadonlyArray<string> =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([department]) => department)

const crossing = ({ formal }: Facts, respect: Crossing['respect']): Crossing => {
  const differs = formal.map(({ pairing }) => pairing.differs?.[respect])
  return {
    respect,
    across: differs.filter((each) => each === true).length,
    within: differs.filter((each) => each === false).length,
    unknown: differs.filter((each) => each === undefined).length,
  }
}

/** Who was brought together with whom, over all pairings that are or were formal. */
export const network = (facts: Facts): Network => {
  const pairs = facts.formal.map(({ pairing }) => ({
    mentor: departmentOf(facts, pairing.mentor),
    mentee: departmentOf(facts, pairing.mentee),
  }))
  const sizes = new Map<string, number>()
  for (const { mentor, mentee } of pairs)
    for (const each of [mentor, mentee]) increment(sizes, each)
  const all = bySize(sizes)
  const kept = new Set(all.length > MOST_DEPARTMENTS ? all.slice(0, MOST_DEPARTMENTS - 1) : all)
  const shownAs = (department: string): string => (kept.has(department) ? department : OTHERS)

  const ties = new Map<string, Tie>()
  for (const pair of pairs) {
    const [mentor, mentee] = [shownAs(pair.mentor), shownAs(pair.mentee)]
    const key = JSON.stringify([mentor, mentee])
    ties.set(key, { mentor, mentee, pairings: (ties.get(key)?.pairings ?? 0) + 1 })
  }
  const respects = ['region', 'department', 'location'] as const
  return {
    departments: kept.size < all.length ? [...kept, OTHERS] : all,
    ties: [...ties.values()],
    crossings: respects.map((respect) => crossing(facts, respect)),
  }
}
