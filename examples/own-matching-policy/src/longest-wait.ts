import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'

const topics = 'shared-topics' as Values.Code

/** What a cohort that uses this policy records of it: its reasons may be told to both. */
export const rules = [{ code: topics, disclosure: 'both' as const }]

const sharedTopics = (mentor: Matching.Candidate, mentee: Matching.Candidate): number =>
  mentee.sought.filter((topic) => mentor.offered.includes(topic)).length

const byWaiting = (a: Matching.Candidate, b: Matching.Candidate): number =>
  `${a.waitingSince} ${a.participant}` < `${b.waitingSince} ${b.participant}` ? -1 : 1

const propose = (pool: Matching.MatchingPool): Matching.MatchingResult => {
  const allows = Matching.allowsPair(pool)
  const admits = (mentor: Matching.Candidate, mentee: Matching.Candidate): boolean =>
    allows(mentor, mentee) && sharedTopics(mentor, mentee) > 0
  const free = new Map(pool.mentors.map((mentor) => [mentor, mentor.places]))
  const pairs: Array<Matching.ProposedPair> = []
  for (const mentee of [...pool.mentees].sort(byWaiting)) {
    const [best] = pool.mentors
      .filter((mentor) => (free.get(mentor) ?? 0) > 0 && admits(mentor, mentee))
      .sort((a, b) => sharedTopics(b, mentee) - sharedTopics(a, mentee) || byWaiting(a, b))
    if (best === undefined) continue
    free.set(best, (free.get(best) ?? 0) - 1)
    const score = sharedTopics(best, mentee)
    const reasons = [{ rule: topics, points: score }]
    pairs.push({ mentor: best.participant, mentee: mentee.participant, score, reasons })
  }
  return Matching.resultOfPairs(pool, pairs, admits)
}

/** Whoever has waited longest chooses first: the mentor who offers most of what they seek. */
export const policy: Port.MatchingPolicy = {
  id: 'longest-wait' as Values.Code,
  version: '1' as Values.Version,
  claims: {},
  propose: (pool) => E.right(propose(pool)),
}
