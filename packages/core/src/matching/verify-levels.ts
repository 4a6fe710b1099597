import type { Worth } from '../cohort/event/pairing.ts'
import type { NumericCertificate, NumericPrices } from './certificate.ts'
import type { MatchingProblem, TakenEdges } from './problem.ts'

/** The certificate does not prove the result: of which level, what is wrong, and at which index. */
export interface NotOptimal {
  readonly _tag: 'NotOptimal'
  readonly level: number
  readonly problem:
    | 'wrong number of levels'
    | 'bonus not allowed'
    | 'bad mentor price'
    | 'bad mentee price'
    | 'edge worth more than its prices'
    | 'edge taken above its worth'
    | 'price on a free mentor place'
    | 'price on a free mentee place'
    | 'beyond exact numbers'
  readonly at: number
}

/** What one level of the objective counts: an edge is worth `ofScore` times its score, and the bonus. */
interface Level {
  readonly prices: NumericPrices
  readonly ofScore: 0 | 1
  readonly number: number
}

const levelsOf = (
  problem: MatchingProblem,
  { levels }: NumericCertificate,
): ReadonlyArray<Level> | undefined => {
  const [one, two] = levels
  if (problem.objective === 'score-first')
    return one === undefined || levels.length !== 1
      ? undefined
      : [{ prices: one, ofScore: 1, number: 0 }]
  if (one === undefined || two === undefined || levels.length !== 2) return undefined
  return [
    { prices: one, ofScore: 0, number: 0 },
    { prices: two, ofScore: 1, number: 1 },
  ]
}

/** A bonus must be 0 where the count does not matter, and more where nothing else does. */
const allowsBonus = (problem: MatchingProblem, { prices: { bonus }, ofScore }: Level): boolean => {
  if (!Number.isSafeInteger(bonus) || bonus < 0) return false
  if (problem.objective === 'score-first') return bonus === 0
  return ofScore === 1 || bonus > 0
}

/** The first price that is no whole number from 0, or one too few or too many. */
const badPrice = (prices: Float64Array, people: number): number => {
  const wrong = prices.findIndex((price) => !Number.isSafeInteger(price) || price < 0)
  return wrong < 0 && prices.length !== people ? Math.min(prices.length, people) : wrong
}

/** The most that anything legal is worth at these prices, if no untaken edge is worth more than its prices. */
const boundAt = (places: Int32Array, prices: Float64Array): number =>
  prices.reduce((sum, price, i) => sum + price * (places[i] ?? 0), 0)

const pricedFreePlace = (places: Int32Array, prices: Float64Array, counts: Int32Array): number =>
  prices.findIndex((price, i) => price > 0 && (counts[i] ?? 0) < (places[i] ?? 0))

/** One pass over all edges: complementary slackness, and the bound that it proves. */
const verifyLevel = (
  problem: MatchingProblem,
  taken: TakenEdges,
  worth: Worth,
  level: Level,
): NotOptimal | undefined => {
  const { first, mentorOf, scoreOf, mentorPlaces, menteePlaces } = problem
  const { mentors, mentees, bonus } = level.prices
  const fault = (what: NotOptimal['problem'], at: number): NotOptimal => ({
    _tag: 'NotOptimal',
    level: level.number,
    problem: what,
    at,
  })
  if (!allowsBonus(problem, level)) return fault('bonus not allowed', 0)
  const mentorPrice = badPrice(mentors, mentorPlaces.length)
  if (mentorPrice >= 0) return fault('bad mentor price', mentorPrice)
  const menteePrice = badPrice(mentees, menteePlaces.length)
  if (menteePrice >= 0) return fault('bad mentee price', menteePrice)

  const ofMentor = new Int32Array(mentorPlaces.length)
  const ofMentee = new Int32Array(menteePlaces.length)
  let bound = boundAt(mentorPlaces, mentors) + boundAt(menteePlaces, mentees)
  let next = 0
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const price = mentees[mentee] ?? 0
    const end = first[mentee + 1] ?? 0
    for (let edge = first[mentee] ?? 0; edge < end; edge += 1) {
      const mentor = mentorOf[edge] ?? 0
      const above = level.ofScore * (scoreOf[edge] ?? 0) + bonus - price - (mentors[mentor] ?? 0)
      if (taken[next] !== edge) {
        if (above > 0) return fault('edge worth more than its prices', edge)
        continue
      }
      if (above < 0) return fault('edge taken above its worth', edge)
      next += 1
      bound += above
      ofMentor[mentor] = (ofMentor[mentor] ?? 0) + 1
      ofMentee[mentee] = (ofMentee[mentee] ?? 0) + 1
    }
  }
  const mentor = pricedFreePlace(mentorPlaces, mentors, ofMentor)
  if (mentor >= 0) return fault('price on a free mentor place', mentor)
  const mentee = pricedFreePlace(menteePlaces, mentees, ofMentee)
  if (mentee >= 0) return fault('price on a free mentee place', mentee)
  const reached = level.ofScore * worth.score + bonus * worth.pairs
  return bound === reached && Number.isSafeInteger(bound)
    ? undefined
    : fault('beyond exact numbers', 0)
}

/**
 * Checks the proof of every level of the objective; `undefined` is proved. The prices of a level bound what anything
 * legal can be worth in it, and the result is worth this bound. With a bonus the last level bounds score + bonus ×
 * count; as the level before proves that no count is higher, no result of this count has a better score.
 */
export const verifyLevels = (
  problem: MatchingProblem,
  taken: TakenEdges,
  worth: Worth,
  certificate: NumericCertificate,
): NotOptimal | undefined => {
  const levels = levelsOf(problem, certificate)
  if (levels === undefined)
    return {
      _tag: 'NotOptimal',
      level: 0,
      problem: 'wrong number of levels',
      at: certificate.levels.length,
    }
  for (const level of levels) {
    const fault = verifyLevel(problem, taken, worth, level)
    if (fault !== undefined) return fault
  }
  return undefined
}
