import type { Matching } from '@reverse-mentoring/core'
import type { ProgrammeData } from './solver.ts'

/** What a level of the objective counts. */
export type Counted = 'people' | 'pairs' | 'score'

/** What levels before have reached, and a later one keeps. */
export type Kept = Readonly<Partial<Record<'people' | 'pairs', number>>>

type Side = Matching.Group['side']

/** An integer programme under construction, column by column. */
const draft = () => {
  const starts = [0]
  const [indices, values, cost, lower, upper, whole] = [
    ...Array.from({ length: 6 }, (): Array<number> => []),
  ] as [number[], number[], number[], number[], number[], number[]]
  const [rowLower, rowUpper]: [Array<number>, Array<number>] = [[], []]
  return {
    row: (least: number, most: number): number => {
      rowLower.push(least)
      rowUpper.push(most)
      return rowLower.length - 1
    },
    /** A column from 0 to 1, with its entries by row. */
    column: (
      gain: number,
      isWhole: boolean,
      entries: ReadonlyArray<readonly [number, number]>,
    ): void => {
      for (const [row, value] of entries) {
        indices.push(row)
        values.push(value)
      }
      starts.push(indices.length)
      cost.push(-gain)
      lower.push(0)
      upper.push(1)
      whole.push(isWhole ? 1 : 0)
    },
    data: (): ProgrammeData => {
      const [numCols, numRows] = [cost.length, rowLower.length]
      return {
        numCols,
        numRows,
        colCost: Float64Array.from(cost),
        colLower: Float64Array.from(lower),
        colUpper: Float64Array.from(upper),
        rowLower: Float64Array.from(rowLower),
        rowUpper: Float64Array.from(rowUpper),
        matrix: {
          ...{ format: 'csc', numCols, numRows },
          starts: Int32Array.from(starts),
          indices: Int32Array.from(indices),
          values: Float64Array.from(values),
        },
        integrality: Int32Array.from(whole),
      }
    },
  }
}

/** How many edges each mentee has. */
const diff = (first: Int32Array): Int32Array =>
  first.slice(1).map((end, mentee) => end - (first[mentee] ?? 0))

/**
 * A problem as an integer programme: a column for each edge, in their order, then one for each first partner, each person
 * of a floor, and each further partner that costs. O(edges × groups of their people).
 */
export const programmeOf = (
  problem: Matching.MatchingProblem,
  counted: Counted,
  kept: Kept,
): ProgrammeData => {
  const { first, mentorOf, scoreOf, menteePlaces, mentorPlaces, partners, spread = 0 } = problem
  const { limits = [], floors = [], pairLimits = [] } = problem
  const programme = draft()
  const places = { mentors: mentorPlaces, mentees: menteePlaces }
  const { row } = programme
  const degrees = { mentors: new Int32Array(mentorPlaces.length), mentees: diff(first) }
  for (const mentor of mentorOf) degrees.mentors[mentor] = (degrees.mentors[mentor] ?? 0) + 1
  /** The rows that a pair of somebody counts in, and by how much. */
  const rowsOf = {
    mentors: Array.from(mentorPlaces, (most) => [[row(-Infinity, most), 1] as const]),
    mentees: Array.from(menteePlaces, (most) => [[row(-Infinity, most), 1] as const]),
  } as Record<Side, Array<Array<readonly [number, number]>>>
  const countIn = (side: Side, person: number, at: number, by: number): void => {
    rowsOf[side][person]?.push([at, by])
  }
  const isCounted = (what: 'people' | 'pairs'): boolean =>
    counted === what || kept[what] !== undefined
  const keptRow = (what: 'people' | 'pairs'): number | undefined =>
    kept[what] === undefined ? undefined : row(kept[what], Infinity)
  const [keptPeople, keptPairs] = [keptRow('people'), keptRow('pairs')]

  for (const { side, members, atMost } of limits) {
    const at = row(-Infinity, atMost)
    for (const member of members) countIn(side, member, at, 1)
  }
  const kinds = pairLimits.map(({ mentors, mentees, atMost }) => ({
    at: row(-Infinity, atMost),
    mentors: new Set(mentors),
    mentees: new Set(mentees),
  }))

  const later: Array<() => void> = []
  /** A column that is 1 at most while somebody has a pair. */
  const whilePaired = (
    side: Side,
    person: number,
    gain: number,
    also: ReadonlyArray<readonly [number, number]>,
  ): void => {
    const link = row(-Infinity, 0)
    countIn(side, person, link, -1)
    later.push(() => programme.column(gain, false, [[link, 1], ...also]))
  }
  for (const side of ['mentors', 'mentees'] as const) {
    for (const [person, most] of places[side].entries()) {
      const has = partners?.[side][person] ?? 0
      if (has === 0 && most > 0 && isCounted('people'))
        whilePaired(
          side,
          person,
          counted === 'people' ? 1 : 0,
          keptPeople === undefined ? [] : [[keptPeople, 1]],
        )
      if (spread === 0 || counted !== 'score' || most === 0) continue
      const link = row(0, 0)
      countIn(side, person, link, -1)
      for (let place = 1; place <= Math.min(most, degrees[side][person] ?? 0); place += 1)
        later.push(() => programme.column(-spread * (has + place - 1), false, [[link, 1]]))
    }
  }
  for (const { side, members, atLeast } of floors) {
    const at = row(atLeast, Infinity)
    for (const member of members) whilePaired(side, member, 0, [[at, 1]])
  }

  for (let mentee = 0; mentee < menteePlaces.length; mentee += 1) {
    for (let edge = first[mentee] ?? 0; edge < (first[mentee + 1] ?? 0); edge += 1) {
      const mentor = mentorOf[edge] ?? 0
      const ofKinds = kinds
        .filter((kind) => kind.mentors.has(mentor) && kind.mentees.has(mentee))
        .map(({ at }) => [at, 1] as const)
      programme.column(
        counted === 'score' ? (scoreOf[edge] ?? 0) : counted === 'pairs' ? 1 : 0,
        true,
        [
          ...(rowsOf.mentors[mentor] ?? []),
          ...(rowsOf.mentees[mentee] ?? []),
          ...ofKinds,
          ...(keptPairs === undefined ? [] : [[keptPairs, 1] as const]),
        ],
      )
    }
  }
  for (const add of later) add()
  return programme.data()
}
