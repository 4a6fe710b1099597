import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { finishFrom } from '../finish.ts'
import {
  type BeyondExact,
  type EngineFault,
  type OnProgress,
  type Solution,
  cancelled,
} from '../solution.ts'
import { highestScore } from '../worth.ts'
import { bidding } from './bidding.ts'
import { nearColumnsOf, priceRows } from './near-columns.ts'
import { shortestPathIn } from './shortest-path.ts'
import { effects } from './effects.ts'
import { type Table, mostInTable, openTable, scoresByMentee, transposed } from './table.ts'

/** By how much the mentors' share of the differences must be the larger one for mentors to bid. */
const clearly = 0.1

const beyond: BeyondExact = { _tag: 'BeyondExact', problem: 'scores exceed what a table can hold' }

/** The edges of cells by mentee, ascending. */
const edgesAt = (problem: Matching.MatchingProblem, cells: Int32Array): Matching.TakenEdges => {
  const { first, mentorOf, mentorPlaces } = problem
  const mentors = mentorPlaces.length
  let edge = 0
  return cells.map((cell) => {
    const mentee = Math.floor(cell / mentors)
    edge = Math.max(edge, first[mentee] ?? 0)
    while (mentee * mentors + (mentorOf[edge] ?? 0) !== cell) edge += 1
    return edge
  })
}

/** The cells that are held as cells by mentee, ascending. */
const heldCells = ({ rows, columns, holders }: Table, mentorsBid: boolean): Int32Array => {
  const { holding, holdings, holdingCount } = holders
  const cells: Array<number> = []
  for (let row = 0; row < rows; row += 1) {
    const start = holdings[row] ?? 0
    const end = start + (holdingCount[row] ?? 0)
    for (let at = start; at < end; at += 1) {
      const cell = holding[at] ?? 0
      cells.push(mentorsBid ? (cell % columns) * rows + row : cell)
    }
  }
  return Int32Array.from(cells).sort()
}

/**
 * An exact engine for dense pools (Jonker & Volgenant 1987), with places on both sides: bidding places most people,
 * shortest augmenting paths the rest. The side that makes the scores differ is bid for. Edges of a mentee must be in
 * the order of mentors. O(n³) at worst, and n² cells of memory.
 */
export const dense = (
  problem: Matching.MatchingProblem,
  onProgress?: OnProgress,
): E.Either<EngineFault, Solution> => {
  const { mentorPlaces, menteePlaces } = problem
  const bonus = problem.objective === 'participation-first' ? 1 : 0
  if (highestScore(problem) + bonus > mostInTable) return E.left(beyond)
  const { ofMentors, ofMentees } = effects(problem)
  const mentorsBid = ofMentors > ofMentees + clearly
  const scores = scoresByMentee(problem)
  const table = mentorsBid
    ? openTable(
        transposed(scores, menteePlaces.length, mentorPlaces.length),
        mentorPlaces,
        menteePlaces,
        bonus,
      )
    : openTable(scores, menteePlaces, mentorPlaces, bonus)
  const near = nearColumnsOf(table)
  bidding(table, near)
  priceRows(table, near)
  const place = shortestPathIn(table, near)
  for (let row = 0; row < table.rows; row += 1) {
    if ((row & 63) === 0 && onProgress?.(row / table.rows) === false) return E.left(cancelled)
    place(row)
  }
  const { rowPrice, holders } = table
  const prices = {
    mentors: mentorsBid ? rowPrice : holders.price,
    mentees: mentorsBid ? holders.price : rowPrice,
    bonus,
    first: 0,
  }
  const cells = heldCells(table, mentorsBid)
  const taken = scores === problem.scoreOf ? cells : edgesAt(problem, cells)
  return finishFrom(problem, taken, prices, onProgress)
}
