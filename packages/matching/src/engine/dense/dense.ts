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
import { effects } from './effects.ts'
import { nearColumns } from './near-columns.ts'
import { mostInTable, openTable, scoresByMentee, transposed } from './table.ts'
import { wholeRows } from './whole-rows.ts'

/** By how much the mentors' share of the differences must be the larger one for mentors to bid. */
const clearly = 0.1

/** Rows of more columns are not read whole each time. */
const longRow = 256

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

/** The cells that are held, ascending, where `holds` says which mentor each mentee has, or -1. */
const heldCells = (mentors: number, holds: Int32Array): Int32Array => {
  const cells: Array<number> = []
  for (let mentee = 0; mentee < holds.length; mentee += 1) {
    const mentor = holds[mentee] ?? -1
    if (mentor >= 0) cells.push(mentee * mentors + mentor)
  }
  return Int32Array.from(cells)
}

/**
 * An exact engine for dense pools where nobody could have a second partner (Jonker & Volgenant 1987): bidding places
 * most people, shortest augmenting paths the rest. The side that makes the scores differ is bid for. Edges of a mentee
 * must be in the order of mentors, and nobody without a place may have one, as `canonical` sees to. O(n³) at worst, and
 * n² cells of memory.
 */
export const dense = (
  problem: Matching.MatchingProblem,
  onProgress?: OnProgress,
): E.Either<EngineFault, Solution> => {
  const [mentors, mentees] = [problem.mentorPlaces.length, problem.menteePlaces.length]
  const bonus = problem.objective === 'participation-first' ? 1 : 0
  const isWhole = problem.mentorOf.length === mentors * mentees
  if (!isWhole && highestScore(problem) + bonus > mostInTable) return E.left(beyond)
  const { ofMentors, ofMentees } = effects(problem)
  const mentorsBid = ofMentors > ofMentees + clearly
  const scores = scoresByMentee(problem)
  const table = mentorsBid
    ? openTable(transposed(scores, mentees, mentors), mentors, mentees, bonus)
    : openTable(scores, mentees, mentors, bonus)
  const { choose, place } = table.columns > longRow ? nearColumns(table) : wholeRows(table)
  bidding(table, choose)
  for (let row = 0; row < table.rows; row += 1) {
    if ((row & 63) === 0 && onProgress?.(row / table.rows) === false) return E.left(cancelled)
    if ((table.columnOf[row] ?? 0) < 0 && (table.rowPrice[row] ?? 0) > 0) place(row)
  }
  const { rowPrice, columnPrice, columnOf, rowOf } = table
  const prices = {
    mentors: mentorsBid ? rowPrice : columnPrice,
    mentees: mentorsBid ? columnPrice : rowPrice,
    bonus,
    first: 0,
  }
  const cells = heldCells(mentors, mentorsBid ? rowOf : columnOf)
  const taken = isWhole ? cells : edgesAt(problem, cells)
  return finishFrom(problem, taken, prices, onProgress)
}
