import { Matching, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Measure, type Measured, type PairFault, unknown } from './measure.ts'
import type { People } from './people.ts'
import { type Seen, seenBy } from './seen.ts'
import { mostOfEach, problemOf } from './value.ts'

/**
 * A function of one mentee, some mentors and the instant of the run: for each of the mentors, in their order, what it gives
 * this pair. Which mentors it is asked of together must not matter.
 */
export type OfRow<Reads extends string, A> = (
  mentee: Seen<Reads>,
  mentors: ReadonlyArray<Seen<Reads>>,
  asOf: Values.Instant,
) => ArrayLike<A | undefined>

/**
 * The values that a function gives one mentee and some mentors, each as `each` asks for it: so that what belongs to the
 * mentee is found once. One call per row, and none after a fault.
 */
export const rows =
  <Reads extends string>(
    of: OfRow<Reads, number | boolean>,
    reads: ReadonlyArray<Reads> = [],
  ): Measure =>
  (run, code) => {
    const see = seenBy(reads, run, code)
    return valued(of, see(run.mentors), see(run.mentees), run)
  }

type Of<Person> = (
  mentee: Person,
  mentors: ReadonlyArray<Person>,
  asOf: Values.Instant,
) => ArrayLike<number | boolean | undefined>

const isList = (row: unknown): row is ArrayLike<unknown> =>
  typeof row === 'object' && row !== null && 'length' in row

const valued = <Person>(
  of: Of<Person>,
  mentors: ReadonlyArray<Person>,
  mentees: ReadonlyArray<Person>,
  run: People,
): E.Either<never, Measured> => {
  let fault: PairFault | undefined

  const throwsAlone = (senior: Person, junior: Person): boolean => {
    try {
      of(senior, [junior], run.asOf)
      return false
    } catch {
      return true
    }
  }

  /** The values of a row; nothing where there is a fault. */
  const rowOf = (
    mentee: number,
    list: Int32Array,
  ): ArrayLike<number | boolean | undefined> | undefined => {
    const senior = mentees[mentee]
    if (senior === undefined) return undefined
    const juniors = Array.from(list, (at) => mentors[at]).filter((one) => one !== undefined)
    try {
      const row = of(senior, juniors, run.asOf)
      if (isList(row) && row.length === list.length) return row
      const gave = isList(row) ? `${String(row.length)} values` : 'no list of values'
      fault = { problem: `gave ${gave} for ${String(list.length)} mentors`, mentee }
    } catch (defect) {
      const mentor = list[juniors.findIndex((junior) => throwsAlone(senior, junior))]
      fault = { ...Matching.tellThrown(defect, run), mentor, mentee }
    }
    return undefined
  }

  const valueOf = (given: number | boolean | undefined, mentor: number, mentee: number): number => {
    if (given === undefined) return unknown
    const value = Number(given)
    const problem = problemOf(value)
    if (problem === undefined) return value
    fault ??= { problem, mentor, mentee }
    return unknown
  }

  return E.right({
    values: (mentee, list, count, into) => {
      const some = list.subarray(0, count)
      const row = fault === undefined && count > 0 ? rowOf(mentee, some) : undefined
      some.forEach((mentor, at) => {
        into[at] = valueOf(row?.[at], mentor, mentee)
      })
    },
    most: mostOfEach,
    fault: () => fault,
  })
}
