import { Matching, type Port } from '@reverse-mentoring/core'
import { policyLaw } from './trial.ts'

type Held = ReadonlyMap<string, ReadonlyArray<number>>

/** How much each person likes the pairs that they have in a result. */
const likingsOf = (
  pool: Matching.MatchingPool,
  { pairs }: Matching.MatchingResult,
  liked: Readonly<Record<'mentor' | 'mentee', Port.PairScore>>,
): Held => {
  const people = new Map([...pool.mentors, ...pool.mentees].map((one) => [keyOf(one), one]))
  const held = new Map<string, Array<number>>()
  for (const pair of pairs) {
    const mentor = people.get(`mentor ${pair.mentor}`)
    const mentee = people.get(`mentee ${pair.mentee}`)
    if (mentor === undefined || mentee === undefined) continue
    for (const one of [mentor, mentee]) {
      const liking = liked[one.role](mentor, mentee) ?? Number.NaN
      held.set(keyOf(one), [...(held.get(keyOf(one)) ?? []), liking])
    }
  }
  return held
}

const keyOf = ({ role, participant }: Matching.Candidate): string => `${role} ${participant}`

/** Whether somebody has a free place, or likes another pair better than one that they have. */
const wouldRather = (held: Held, one: Matching.Candidate, liking: number): boolean => {
  const own = held.get(keyOf(one)) ?? []
  return own.length < one.places || own.some((other) => other < liking)
}

/** A pair that the result does not have, though both would rather have it. */
const noBlockingPair = policyLaw(
  'INV31 a stable result has no blocking pair',
  async ({ pool, propose, scores }) => {
    const said = scores()
    if (said === undefined)
      return 'the policy claims `stable` and does not say how pairs are liked (`scores`)'
    const liked = said.likedBy ?? { mentor: said.score, mentee: said.score }
    const result = await propose()
    const proposed = new Set(result.pairs.map(({ mentor, mentee }) => `${mentor} ${mentee}`))
    const held = likingsOf(pool, result, liked)
    const allows = Matching.allowsPair(pool)
    for (const mentee of pool.mentees) {
      for (const mentor of pool.mentors) {
        const key = `${mentor.participant} ${mentee.participant}`
        if (proposed.has(key) || !allows(mentor, mentee)) continue
        const [ofMentor, ofMentee] = [liked.mentor(mentor, mentee), liked.mentee(mentor, mentee)]
        if (ofMentor === undefined || ofMentee === undefined) continue
        if (wouldRather(held, mentor, ofMentor) && wouldRather(held, mentee, ofMentee))
          return `${key} would both rather have each other`
      }
    }
    return undefined
  },
)

/** What a policy must keep that claims to be stable. */
export const stablePolicy = [noBlockingPair]
