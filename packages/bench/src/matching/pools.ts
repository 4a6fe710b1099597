import type { Matching, Port } from '@reverse-mentoring/core'

/** Fractions from 0 to 1 from a seed, the same on every machine (mulberry32). */
export const fractions = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let z = Math.imul(state ^ (state >>> 15), state | 1)
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61)
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How mentors differ and how mentees see them; mentor 0 is the most popular. */
export interface Shape {
  readonly mentees: number
  readonly mentors: number
  /** Edges of each mentee, at most; the same mentor drawn twice counts once. */
  readonly degree: number
  /** Places of each mentor: drawn from 1 to this. */
  readonly places: number
  /** Places of each mentee: drawn from 1 to this. */
  readonly menteePlaces: number
  /** The mentor that a fraction draws. */
  readonly draw: (fraction: number, mentors: number) => number
  /** The score of a pair from the mentor's rank (0 first, 1 last) and a fraction. */
  readonly score: (rank: number, fraction: number) => number
}

const evenly = (fraction: number, mentors: number): number => Math.floor(fraction * mentors)

/** Drawn as often as the root of the rank falls: Zipf's law with exponent 0.5. */
const byRootOfRank = (fraction: number, mentors: number): number =>
  Math.floor(fraction * fraction * mentors)

export const uniform = (_rank: number, fraction: number): number => 1 + Math.floor(fraction * 1000)

/** Linear in the mentor's rank, with so much noise in 1 000. */
export const linear =
  (noise: number) =>
  (rank: number, fraction: number): number =>
    Math.floor((1000 - noise) * (1 - rank) + noise * fraction)

/** The best is worth twice the fourth: 1 000 over the root of the rank, with noise 100. */
const zipf = (rank: number, fraction: number): number =>
  Math.floor(900 / Math.sqrt(1 + 100 * rank) + 100 * fraction)

const large = {
  mentees: 50_000,
  mentors: 34_000,
  degree: 30,
  places: 3,
  menteePlaces: 1,
  draw: evenly,
}

/** The sparse shapes of the benchmark. */
export const shapes = {
  uniform: { ...large, mentors: 35_000, degree: 50, score: uniform },
  zipf: { ...large, draw: byRootOfRank, score: zipf },
  noise100: { ...large, score: linear(100) },
  noise10: { ...large, score: linear(10) },
  'people = places': { ...large, mentors: 50_000, places: 1, score: linear(100) },
  'more people than places': { ...large, mentors: 34_000, places: 1, score: linear(100) },
  ties: {
    ...large,
    score: (rank: number, fraction: number) => Math.floor(uniform(rank, fraction) / 91),
  },
  'few edges': { ...large, degree: 3, places: 2, menteePlaces: 2, score: linear(100) },
  huge: { ...large, mentees: 200_000, mentors: 136_000, score: linear(100) },
  'sparse 5 000': {
    ...large,
    mentees: 5000,
    mentors: 5000,
    degree: 20,
    places: 1,
    score: uniform,
  },
} satisfies Readonly<Record<string, Shape>>

export type ShapeName = keyof typeof shapes

/** A problem of a shape, mentors in an order that says nothing. O(edges). */
export const sparsePool = (
  shape: Shape,
  objective: Port.Objective,
  seed: number,
): Matching.MatchingProblem => {
  const { mentees, mentors, degree, places, menteePlaces } = shape
  const next = fractions(seed)
  const nameOf = Int32Array.from({ length: mentors }, (_, i) => i)
  for (let last = mentors - 1; last > 0; last -= 1) {
    const at = Math.floor(next() * (last + 1))
    const name = nameOf[at] ?? 0
    nameOf[at] = nameOf[last] ?? 0
    nameOf[last] = name
  }
  const first = new Int32Array(mentees + 1)
  const mentorOf = new Int32Array(mentees * degree)
  const scoreOf = new Int32Array(mentees * degree)
  const drawnBy = new Int32Array(mentors).fill(-1)
  let edges = 0
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    for (let i = 0; i < degree; i += 1) {
      const rank = shape.draw(next(), mentors)
      const fraction = next()
      if (drawnBy[rank] === mentee) continue
      drawnBy[rank] = mentee
      mentorOf[edges] = nameOf[rank] ?? 0
      scoreOf[edges] = shape.score(rank / mentors, fraction)
      edges += 1
    }
    first[mentee + 1] = edges
  }
  const some = (most: number) => () => 1 + Math.floor(next() * most)
  return {
    objective,
    mentorPlaces: Int32Array.from({ length: mentors }, some(places)),
    menteePlaces: Int32Array.from({ length: mentees }, some(menteePlaces)),
    first,
    mentorOf: mentorOf.slice(0, edges),
    scoreOf: scoreOf.slice(0, edges),
  }
}

/** A square table of scores, row by row. */
export interface Table {
  readonly size: number
  readonly scores: Int32Array
}

/** Every pair admissible: uniform, or popular mentors. */
export const table = (size: number, score: Shape['score'], seed: number): Table => {
  const next = fractions(seed)
  return {
    size,
    scores: Int32Array.from({ length: size * size }, (_, i) => score((i % size) / size, next())),
  }
}

/** A table as a problem, one place for everybody. */
export const denseProblem = (
  { size, scores }: Table,
  objective: Port.Objective,
): Matching.MatchingProblem => ({
  objective,
  mentorPlaces: new Int32Array(size).fill(1),
  menteePlaces: new Int32Array(size).fill(1),
  first: Int32Array.from({ length: size + 1 }, (_, mentee) => mentee * size),
  mentorOf: Int32Array.from({ length: size * size }, (_, i) => i % size),
  scoreOf: scores,
})
