import type { Matching, Port, Values } from '@reverse-mentoring/core'
import type { Criteria } from '../criteria/criteria.ts'
import { failure } from '../fused/failure.ts'
import type { Fused } from '../fused/fuse.ts'
import type { ToldLimits } from '../fused/limits.ts'
import type { People } from '../measure/people.ts'

type Pair = ToldLimits['together'][number]

const keyOf = ({ mentor, mentee }: Pair): string => `${mentor} ${mentee}`

/** The code of the limit that names each pair. */
const codesOf = ({ limits }: Criteria): ReadonlyMap<string, Values.Code> =>
  new Map(
    limits.flatMap((limit) =>
      limit.kind === 'together'
        ? limit.pairs.map((pair) => [keyOf(pair), limit.code] as const)
        : [],
    ),
  )

const indexOf = (people: ReadonlyArray<Matching.Candidate>): ReadonlyMap<string, number> =>
  new Map(people.map(({ participant }, i) => [participant, i]))

/** The first pair that must be and cannot, and why. O(people + pairs). */
export const badTogether = (
  criteria: Criteria,
  { mentors, mentees }: People,
  together: ToldLimits['together'],
  fused: Fused,
): Port.PolicyFailure | undefined => {
  const used = new Map<Matching.Candidate, number>()
  const codes = codesOf(criteria)
  const at = { mentors: indexOf(mentors), mentees: indexOf(mentees) }
  for (const pair of together) {
    const rule = codes.get(keyOf(pair))
    const bad = (problem: string) => failure(problem, { pair, ...(rule !== undefined && { rule }) })
    const [mentor, mentee] = [at.mentors.get(pair.mentor) ?? -1, at.mentees.get(pair.mentee) ?? -1]
    const [junior, senior] = [mentors[mentor], mentees[mentee]]
    if (junior === undefined || senior === undefined)
      return bad('must be, and one of the two is not in the pool')
    if (fused.score(mentor, mentee) < 0) return bad('must be, and is not admissible')
    for (const one of [junior, senior]) {
      const places = (used.get(one) ?? 0) + 1
      if (places > one.places)
        return bad('must be, beside others, and there are not so many places')
      used.set(one, places)
    }
  }
  return undefined
}

/** The first limit that the pairs that must be go beyond; of one that reads identity no number is told. */
export const overFull = (
  { limits }: ToldLimits,
  isTold: (code: Values.Code) => boolean,
  pool: Pick<Matching.MatchingPool, 'mentors' | 'mentees'>,
  fixed: Matching.FixedPairs,
): Port.PolicyFailure | undefined => {
  for (const { code, role, people, atMost } of limits) {
    const side = role === 'mentor' ? 'mentors' : 'mentees'
    const isIn = new Set(people)
    const pairs = pool[side].reduce(
      (sum, { participant }, i) => sum + (isIn.has(participant) ? (fixed[side][i] ?? 0) : 0),
      0,
    )
    if (pairs > atMost)
      return failure(
        isTold(code)
          ? `allows ${String(atMost)} pairs, and ${String(pairs)} of its people must be paired`
          : 'allows fewer pairs than must be',
        { rule: code },
      )
  }
  return undefined
}
