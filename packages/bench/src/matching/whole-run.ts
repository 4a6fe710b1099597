import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import { Criteria, Engine, Policy, Rule, Score } from '@reverse-mentoring/matching'
import * as E from 'fp-ts/lib/Either.js'
import { interleaved } from '../measure.ts'
import { type Row, atMost } from '../row.ts'
import { plainScore } from './company-pairs.ts'
import { company } from './people.ts'

/** Six rules (the domain's own three and these) and five scores. */
const criteria = Criteria.of(
  Rule.topicsMeet(),
  Rule.languagesMeet(),
  Rule.zonesOverlap({ hours: 2 }),
  Score.topics({ points: 20 }),
  Score.differentDepartment({ points: 10 }),
  Score.waiting({ points: 1, mostWeeks: 26 }),
  Score.distance({ points: 4 }),
  Score.trait({
    attribute: 'extraversion',
    scale: { least: 0, most: 10 },
    direction: 'complementary',
    points: 2,
  }),
)

const sizes = [500, 2000, 10_000]

/** So many scans may a run cost: then runs grow at most as their pairs do. */
const most = 3

const context: Port.MatchingContext = {
  seed: 1,
  asOf: '2026-03-01T10:00:00.000Z' as Values.Instant,
}

const right = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isRight(answer)) return answer.right
  throw new Error(JSON.stringify(answer.left))
}

/** A result by ids as edges and prices of a problem in the order of the pool. */
const inNumbers = (
  { mentors, mentees }: Matching.MatchingPool,
  { first, mentorOf }: Matching.MatchingProblem,
  { pairs, certificate }: Matching.MatchingResult,
) => {
  const mentorAt = new Map(mentors.map(({ participant }, i) => [participant, i]))
  const menteeAt = new Map(mentees.map(({ participant }, i) => [participant, i]))
  const taken = Int32Array.from(pairs, ({ mentor, mentee }) => {
    const row = menteeAt.get(mentee) ?? -1
    return mentorOf.indexOf(mentorAt.get(mentor) ?? -1, first[row])
  }).sort()
  const prices = (
    people: ReadonlyArray<Matching.Candidate>,
    of: ReadonlyMap<Values.ParticipantId, number>,
  ) => Float64Array.from(people, ({ participant }) => of.get(participant) ?? Number.NaN)
  const levels = (certificate?.levels ?? []).map((level) => ({
    mentors: prices(mentors, level.mentors),
    mentees: prices(mentees, level.mentees),
    bonus: level.bonus,
    first: level.first,
  }))
  return { taken, certificate: { levels } }
}

/** Checks a result against all pairs as plain code scores them, and throws if it is not the best. */
const verified = (
  pool: Matching.MatchingPool,
  result: Matching.MatchingResult,
  objective: Port.Objective,
): void => {
  const score = plainScore(pool, context.asOf)
  const places = (people: ReadonlyArray<Matching.Candidate>) =>
    Int32Array.from(people, (one) => one.places)
  const problem = Engine.everyPair(
    { objective, mentorPlaces: places(pool.mentors), menteePlaces: places(pool.mentees) },
    { score, most: Infinity },
  )
  const { taken, certificate } = inNumbers(pool, problem, result)
  const worth = right(Matching.verify(problem, taken, certificate))
  if (worth.pairs !== result.worth.pairs || worth.score !== result.worth.score)
    throw new Error(`worth ${JSON.stringify(worth)}, not ${JSON.stringify(result.worth)}`)
}

/** One scan of all pairs by plain code. */
const scan = (pool: Matching.MatchingPool): number => {
  const score = plainScore(pool, context.asOf)
  const { length } = pool.mentors
  let sum = 0
  for (let mentee = 0; mentee < pool.mentees.length; mentee += 1)
    for (let mentor = 0; mentor < length; mentor += 1) sum += score(mentor, mentee)
  return sum
}

/** From attributes to pairs, reasons and proof, verified as the optimum of all pairs, beside one plain scan of them. */
export async function* wholeRunRows(quick: boolean): AsyncGenerator<Row> {
  for (const people of quick ? sizes.slice(0, 2) : sizes) {
    const pool = company(people, 3)
    const objective = 'participation-first'
    const policy = Policy.optimal({ criteria, objective })
    const work = `matching: whole run from attributes, ${String(people)} × ${String(people)}, six rules, five scores`
    process.stderr.write(`${work} …\n`)
    const result = right(policy.propose(pool, context))
    verified(pool, result, objective)
    const [here = Number.NaN, there = Number.NaN] = await interleaved(people > 2000 ? 1 : 5, [
      () => policy.propose(pool, context),
      () => scan(pool),
    ])
    const { pairs, score } = result.worth
    yield atMost(
      `${work}, verified, ${String(pairs)} pairs worth ${String(score)}`,
      here,
      ['a plain scan that scores all its pairs', there],
      most,
    )
  }
}
