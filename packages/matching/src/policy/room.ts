import type { Matching } from '@reverse-mentoring/core'

type Side = Matching.Group['side']

/** What a result under work leaves: free places, what one more pair costs, and which limits are reached. */
export interface Room {
  /** Free places of each person. */
  readonly free: Readonly<Record<Side, Int32Array>>
  /** Pairs of each person in the result. */
  readonly held: Readonly<Record<Side, Int32Array>>
  /** What the spread of one more pair of the two costs. */
  readonly costOf: (mentor: number, mentee: number) => number
  /**
   * The index of the narrowest limit that keeps one more pair of the two from being, those on pairs after the others; -1
   * for none.
   */
  readonly limitOn: (mentor: number, mentee: number) => number
  /** The index of the narrowest limit that is reached and that somebody counts in; -1 for none. */
  readonly ownLimit: (side: Side, person: number) => number
  readonly add: (mentor: number, mentee: number) => void
}

/** The limits of each person of one side, the narrowest first. */
const limitsBy = (
  limits: ReadonlyArray<Matching.Limit>,
  side: Side,
): ReadonlyMap<number, ReadonlyArray<number>> => {
  const by = new Map<number, Array<number>>()
  const narrow = limits
    .map(({ members }, at) => ({ at, size: members.length }))
    .sort((a, b) => a.size - b.size)
  for (const { at } of narrow) {
    const limit = limits[at]
    if (limit?.side !== side) continue
    for (const member of limit.members) {
      const own = by.get(member)
      if (own === undefined) by.set(member, [at])
      else own.push(at)
    }
  }
  return by
}

/** The room that taken edges leave. O(people + edges taken + members of limits). */
export const roomOf = (problem: Matching.MatchingProblem, taken: Matching.TakenEdges): Room => {
  const { first, mentorOf, mentorPlaces, menteePlaces, partners, spread = 0, limits = [] } = problem
  const kinds = (problem.pairLimits ?? []).map((kind) => ({
    mentors: new Set(kind.mentors),
    mentees: new Set(kind.mentees),
    left: kind.atMost,
  }))
  const free = { mentors: mentorPlaces.slice(), mentees: menteePlaces.slice() }
  const held = {
    mentors: new Int32Array(mentorPlaces.length),
    mentees: new Int32Array(menteePlaces.length),
  }
  const by = { mentors: limitsBy(limits, 'mentors'), mentees: limitsBy(limits, 'mentees') }
  const left = limits.map(({ atMost }) => atMost)
  const addOne = (side: Side, person: number): void => {
    free[side][person] = (free[side][person] ?? 0) - 1
    held[side][person] = (held[side][person] ?? 0) + 1
    for (const limit of by[side].get(person) ?? []) left[limit] = (left[limit] ?? 0) - 1
  }
  const add = (mentor: number, mentee: number): void => {
    addOne('mentors', mentor)
    addOne('mentees', mentee)
    for (const kind of kinds)
      if (kind.mentors.has(mentor) && kind.mentees.has(mentee)) kind.left -= 1
  }
  let mentee = 0
  for (const edge of taken) {
    while ((first[mentee + 1] ?? Infinity) <= edge) mentee += 1
    add(mentorOf[edge] ?? 0, mentee)
  }
  const partnersOf = (side: Side, person: number): number =>
    (held[side][person] ?? 0) + (partners?.[side][person] ?? 0)
  const ownLimit = (side: Side, person: number): number =>
    by[side].get(person)?.find((limit) => (left[limit] ?? 0) <= 0) ?? -1
  return {
    free,
    held,
    costOf: (mentor, other) =>
      spread * (partnersOf('mentors', mentor) + partnersOf('mentees', other)),
    limitOn: (mentor, other) => {
      const own = ownLimit('mentees', other)
      const found = own >= 0 ? own : ownLimit('mentors', mentor)
      if (found >= 0) return found
      const kind = kinds.findIndex(
        ({ mentors, mentees, left: few }) => few <= 0 && mentors.has(mentor) && mentees.has(other),
      )
      return kind < 0 ? -1 : limits.length + kind
    },
    ownLimit,
    add,
  }
}
