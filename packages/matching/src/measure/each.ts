import { Matching, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Measure, type Measured, type PairFault, unknown } from './measure.ts'
import type { People } from './people.ts'
import { type Seen, seenBy } from './seen.ts'
import { mostOfEach, problemOf } from './value.ts'

/** A function of two people and the instant of the run. */
export type OfPair<Reads extends string, A> = (
  mentor: Seen<Reads>,
  mentee: Seen<Reads>,
  asOf: Values.Instant,
) => A | undefined

/**
 * The value that a function gives two people: a whole number from 0 to a million, or `undefined` where too little is
 * known. Anything else, or an exception, fails the run and names the pair. One call per pair, and none after a fault.
 */
export const each =
  <Reads extends string>(of: OfPair<Reads, number>, reads: ReadonlyArray<Reads> = []): Measure =>
  (run, code) => {
    const see = seenBy(reads, run, code)
    return valued(of, see(run.mentors), see(run.mentees), run)
  }

const valued = <Person>(
  of: (mentor: Person, mentee: Person, asOf: Values.Instant) => number | undefined,
  mentors: ReadonlyArray<Person>,
  mentees: ReadonlyArray<Person>,
  run: People,
): E.Either<never, Measured> => {
  let fault: PairFault | undefined
  const valueOf = (mentor: number, mentee: number): number => {
    const [junior, senior] = [mentors[mentor], mentees[mentee]]
    if (junior === undefined || senior === undefined) return unknown
    try {
      const value = of(junior, senior, run.asOf)
      if (value === undefined) return unknown
      const problem = problemOf(value)
      if (problem === undefined) return value
      fault ??= { problem, mentor, mentee }
    } catch (defect) {
      fault ??= { ...Matching.tellThrown(defect, run), mentor, mentee }
    }
    return unknown
  }
  return E.right({
    values: (mentee, list, count, into) => {
      for (let at = 0; at < count; at += 1)
        into[at] = fault === undefined ? valueOf(list[at] ?? 0, mentee) : unknown
    },
    most: mostOfEach,
    fault: () => fault,
  })
}
