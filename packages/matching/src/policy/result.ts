import type { Matching, Values } from '@reverse-mentoring/core'
import type { Fused } from '../fused/fuse.ts'
import { menteeOfEdges } from '../engine/greedy.ts'
import type { People } from '../measure/people.ts'
import type { Solved } from './solved.ts'
import { unmatchedOf } from './unmatched.ts'

const pairsOf = (
  { mentors, mentees }: People,
  fused: Fused,
  { problem, solution }: Solved,
): ReadonlyArray<Matching.ProposedPair> => {
  const menteeOf = menteeOfEdges(problem)
  const pairs: Array<Matching.ProposedPair> = []
  for (const edge of solution.taken) {
    const [mentor, mentee] = [problem.mentorOf[edge] ?? 0, menteeOf[edge] ?? 0]
    const [junior, senior] = [mentors[mentor]?.participant, mentees[mentee]?.participant]
    if (junior === undefined || senior === undefined) continue
    pairs.push({
      mentor: junior,
      mentee: senior,
      score: problem.scoreOf[edge] ?? 0,
      reasons: fused.contributions(mentor, mentee),
    })
  }
  return pairs.sort((a, b) => (a.mentee + a.mentor < b.mentee + b.mentor ? -1 : 1))
}

const priced = (people: ReadonlyArray<Matching.Candidate>, prices: Float64Array) =>
  new Map(
    people
      .map(({ participant }, i): readonly [Values.ParticipantId, number] => [
        participant,
        prices[i] ?? 0,
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const certificateOf = (
  { mentors, mentees }: People,
  { levels }: Matching.NumericCertificate,
): Matching.Certificate => ({
  levels: levels.map((level) => ({
    mentors: priced(mentors, level.mentors),
    mentees: priced(mentees, level.mentees),
    bonus: level.bonus,
    first: level.first,
  })),
})

/** What an engine found, told of people: pairs with what spoke for them, and a reason for everybody without one. */
export const resultOf = (
  people: People,
  fused: Fused,
  solved: Solved,
  threshold: number,
): Matching.MatchingResult => {
  const { certificate, worth } = solved.solution
  return {
    pairs: pairsOf(people, fused, solved),
    unmatched: unmatchedOf(people, fused, solved, threshold),
    worth,
    ...(certificate !== undefined && {
      bound: worth,
      certificate: certificateOf(people, certificate),
    }),
  }
}
