import type { NumericCertificate, NumericPrices } from './certificate.ts'
import { type PlaceTerms, earnedBy, earnedTogether, placeTerms } from './place-terms.ts'
import type { Floor, Limit, MatchingProblem, TakenEdges } from './problem.ts'
import type { Tally } from './tally.ts'

/** The certificate does not prove the result: of which level, what is wrong, and at which index. */
export interface NotOptimal {
  readonly _tag: 'NotOptimal'
  readonly level: number
  readonly problem:
    | 'wrong number of levels'
    | 'bonus not allowed'
    | 'bad mentor price'
    | 'bad mentee price'
    | 'bad limit price'
    | 'bad floor price'
    | 'edge worth more than its prices'
    | 'edge taken above its worth'
    | 'price on a free mentor place'
    | 'price on a free mentee place'
    | 'mentor place taken below its price'
    | 'mentee place taken below its price'
    | 'price on a limit that is not reached'
    | 'price on a floor that is more than met'
    | 'beyond exact numbers'
  readonly at: number
}

/** What a level counts: people's first partners, then pairs, then scores. */
type Counts = 'people' | 'pairs' | 'score'

interface Level {
  readonly prices: NumericPrices
  readonly counts: Counts
  readonly ofScore: 0 | 1
  readonly number: number
}

const countedBy = ({ objective }: MatchingProblem): ReadonlyArray<Counts> =>
  objective === 'score-first' ? ['score'] : ['people', 'pairs', 'score']

const isWhole = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** What a level counts must count in it, and what no level before it has counted must not. */
const allows = (
  { objective }: MatchingProblem,
  { counts, prices: { bonus, first } }: Level,
): boolean => {
  if (!isWhole(bonus) || !isWhole(first)) return false
  if (objective === 'score-first') return bonus === 0 && first === 0
  if (counts === 'people') return bonus === 0 && first > 0
  return counts === 'score' || bonus > 0
}

/** The first price that is no whole number, or one too few or too many. */
const badPrice = (
  prices: Float64Array,
  asked: number,
  isGood: (price: number) => boolean,
): number => {
  const wrong = prices.findIndex((price) => !isGood(price))
  return wrong < 0 && prices.length !== asked ? Math.min(prices.length, asked) : wrong
}

type Fault = readonly [NotOptimal['problem'], number]

const badPrices = (problem: MatchingProblem, prices: NumericPrices): Fault | undefined => {
  const { mentors, mentees, limits, floors } = prices
  const mentor = badPrice(mentors, problem.mentorPlaces.length, Number.isSafeInteger)
  if (mentor >= 0) return ['bad mentor price', mentor]
  const mentee = badPrice(mentees, problem.menteePlaces.length, Number.isSafeInteger)
  if (mentee >= 0) return ['bad mentee price', mentee]
  const limit = limits === undefined ? -1 : badPrice(limits, problem.limits?.length ?? 0, isWhole)
  if (limit >= 0) return ['bad limit price', limit]
  const floor = floors === undefined ? -1 : badPrice(floors, problem.floors?.length ?? 0, isWhole)
  return floor < 0 ? undefined : ['bad floor price', floor]
}

/** What the places of one side earn together, if nobody would earn more with another count of pairs. */
const ofPlaces = (
  terms: PlaceTerms,
  counts: Int32Array,
  most: (person: number) => number,
  role: 'mentor' | 'mentee',
): number | Fault => {
  let sum = 0
  for (let person = 0; person < counts.length; person += 1) {
    const count = counts[person] ?? 0
    if (count > 0 && earnedBy(terms, person, count) < 0)
      return [`${role} place taken below its price`, person]
    if (count < most(person) && earnedBy(terms, person, count + 1) > 0)
      return [`price on a free ${role} place`, person]
    sum += earnedTogether(terms, person, count)
  }
  return sum
}

/** What limits and floors add to the bound, if none is priced that leaves room. */
const ofGroups = (
  { limits = [], floors = [] }: MatchingProblem,
  prices: NumericPrices,
  counted: Tally,
): number | Fault => {
  let sum = 0
  const count = ({ side, members }: Limit | Floor, of: (pairs: number) => number): number =>
    members.reduce((all, member) => all + of(counted[side][member] ?? 0), 0)
  for (const [at, limit] of limits.entries()) {
    const price = prices.limits?.[at] ?? 0
    if (price > 0 && count(limit, (pairs) => pairs) < limit.atMost)
      return ['price on a limit that is not reached', at]
    sum += price * limit.atMost
  }
  for (const [at, floor] of floors.entries()) {
    const price = prices.floors?.[at] ?? 0
    if (price > 0 && count(floor, (pairs) => Math.min(1, pairs)) > floor.atLeast)
      return ['price on a floor that is more than met', at]
    sum -= price * floor.atLeast
  }
  return sum
}

/** What the taken edges are worth above their prices, if every other edge is worth its prices at most. One pass. */
const ofEdges = (
  { first, mentorOf, scoreOf, menteePlaces }: MatchingProblem,
  taken: TakenEdges,
  { prices: { mentors, mentees, bonus }, ofScore }: Level,
): number | Fault => {
  let [sum, next] = [0, 0]
  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    const price = mentees[mentee] ?? 0
    const end = first[mentee + 1] ?? 0
    for (let edge = first[mentee] ?? 0; edge < end; edge += 1) {
      const mentor = mentorOf[edge] ?? 0
      const above = ofScore * (scoreOf[edge] ?? 0) + bonus - price - (mentors[mentor] ?? 0)
      if (taken[next] !== edge) {
        if (above > 0) return ['edge worth more than its prices', edge]
        continue
      }
      if (above < 0) return ['edge taken above its worth', edge]
      next += 1
      sum += above
    }
  }
  return sum
}

/** How many pairs each mentor could have. O(edges). */
const degreesOf = ({ mentorOf, mentorPlaces }: MatchingProblem): Int32Array => {
  const degrees = new Int32Array(mentorPlaces.length)
  for (let edge = 0; edge < mentorOf.length; edge += 1) {
    const mentor = mentorOf[edge] ?? 0
    degrees[mentor] = (degrees[mentor] ?? 0) + 1
  }
  return degrees
}

/** Complementary slackness of one level, and the bound that it proves. */
const verifyLevel = (
  problem: MatchingProblem,
  taken: TakenEdges,
  counted: Tally,
  degrees: Int32Array,
  level: Level,
): Fault | undefined => {
  const { prices, ofScore } = level
  const { first, mentorPlaces, menteePlaces } = problem
  if (!allows(problem, level)) return ['bonus not allowed', 0]
  const bad = badPrices(problem, prices)
  if (bad !== undefined) return bad
  const parts = [
    () => ofEdges(problem, taken, level),
    () =>
      ofPlaces(
        placeTerms(problem, 'mentors', prices, ofScore),
        counted.mentors,
        (mentor) => Math.min(mentorPlaces[mentor] ?? 0, degrees[mentor] ?? 0),
        'mentor',
      ),
    () =>
      ofPlaces(
        placeTerms(problem, 'mentees', prices, ofScore),
        counted.mentees,
        (mentee) =>
          Math.min(menteePlaces[mentee] ?? 0, (first[mentee + 1] ?? 0) - (first[mentee] ?? 0)),
        'mentee',
      ),
    () => ofGroups(problem, prices, counted),
  ]
  let bound = 0
  for (const part of parts) {
    const sum = part()
    if (typeof sum !== 'number') return sum
    bound += sum
  }
  const { people, pairs, score, spread } = counted
  const reached = ofScore * (score - spread) + prices.bonus * pairs + prices.first * people
  return bound === reached && Number.isSafeInteger(bound) ? undefined : ['beyond exact numbers', 0]
}

/**
 * Checks the proof of every level of the objective; `undefined` is proved. The prices of a level bound what anything
 * legal can be worth in it, and the result is worth this bound. A later level may count again what an earlier one has
 * proved to be as high as it can be: so no result of the same people and pairs has a better score.
 */
export const verifyLevels = (
  problem: MatchingProblem,
  taken: TakenEdges,
  counted: Tally,
  { levels }: NumericCertificate,
): NotOptimal | undefined => {
  const kinds = countedBy(problem)
  const notOptimal = (level: number, [what, at]: Fault): NotOptimal => {
    return { _tag: 'NotOptimal', level, problem: what, at }
  }
  if (levels.length !== kinds.length)
    return notOptimal(0, ['wrong number of levels', levels.length])
  const degrees = degreesOf(problem)
  for (const [number, counts] of kinds.entries()) {
    const prices = levels[number]
    if (prices === undefined) return notOptimal(number, ['wrong number of levels', number])
    const level: Level = { prices, counts, ofScore: counts === 'score' ? 1 : 0, number }
    const fault = verifyLevel(problem, taken, counted, degrees, level)
    if (fault !== undefined) return notOptimal(number, fault)
  }
  return undefined
}
