import type { Matching } from '@reverse-mentoring/core'
import type { Overlap } from '../solution.ts'

/** A limit or a floor, by its index among its kind. */
type Named = Overlap['one']

/** A limit or floor of one side, with the set around it: an index of the same list, or -1. */
export interface NestedSet extends Named {
  readonly outer: number
}

/** The sets of one side from the outside in, and the innermost one that counts each person's places; -1 for none. */
export interface Nested {
  readonly sets: ReadonlyArray<NestedSet>
  /** Of the place for the first pair. */
  readonly ofFirst: Int32Array
  /** Of the places for further pairs. */
  readonly ofFurther: Int32Array
}

/** What a set counts: a limit every place of its members, a floor their first ones. */
interface Counted extends Named {
  readonly members: Int32Array
  readonly elements: number
}

const countedSets = (
  { limits = [], floors = [] }: Matching.MatchingProblem,
  side: Matching.Group['side'],
  hasFurther: (person: number) => boolean,
): ReadonlyArray<Counted> => {
  const of = (kind: Named['kind'], groups: ReadonlyArray<Matching.Group>) =>
    groups.flatMap((group, at): ReadonlyArray<Counted> => {
      if (group.side !== side) return []
      const { members } = group
      const further = kind === 'limit' ? members.filter(hasFurther).length : 0
      return [{ kind, at, members, elements: members.length + further }]
    })
  return [...of('limit', limits), ...of('floor', floors)].sort((a, b) => b.elements - a.elements)
}

/**
 * How the limits and floors of one side lie in each other. A limit counts every place of its people, a floor the first of
 * each: so a floor may lie around a limit only where nobody in it has a second place. O(members of groups).
 */
export const nestedSets = (
  problem: Matching.MatchingProblem,
  side: Matching.Group['side'],
  places: Int32Array,
): Nested | Overlap => {
  const hasFurther = (person: number): boolean => (places[person] ?? 0) > 1
  const ofFirst = new Int32Array(places.length).fill(-1)
  const ofFurther = new Int32Array(places.length).fill(-1)
  const sets: Array<NestedSet> = []
  for (const { kind, at, members } of countedSets(problem, side, hasFurther)) {
    const outer = members.length === 0 ? -1 : (ofFirst[members[0] ?? 0] ?? -1)
    const own = sets.length
    for (const person of members) {
      const [first, further] = [ofFirst[person] ?? -1, ofFurther[person] ?? -1]
      const isWithin =
        first === outer && (kind === 'floor' || !hasFurther(person) || further === outer)
      const other = sets[first === outer ? (outer < 0 ? further : outer) : Math.max(first, outer)]
      if (!isWithin && other !== undefined)
        return { _tag: 'Overlap', one: { kind: other.kind, at: other.at }, other: { kind, at } }
      ofFirst[person] = own
      if (kind === 'limit' && hasFurther(person)) ofFurther[person] = own
    }
    sets.push({ kind, at, outer })
  }
  return { sets, ofFirst, ofFurther }
}
