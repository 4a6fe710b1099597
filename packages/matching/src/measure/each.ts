import type { Matching, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Measure, type PairFault, unknown } from './measure.ts'

/** The highest value that a function may give. */
export const mostOfEach = 1_000_000

const problemOf = (value: number): string | undefined => {
  if (!Number.isInteger(value)) return `gave ${String(value)}, which is no whole number`
  if (value < 0) return `gave ${String(value)}, which is less than 0`
  return value > mostOfEach ? `gave ${String(value)}, which is more than a million` : undefined
}

/**
 * The value that a function gives two people: a whole number from 0 to a million, or `undefined` where too little is
 * known. Anything else, or an exception, fails the run and names the pair. One call per pair.
 */
export const each =
  (
    of: (
      mentor: Matching.Candidate,
      mentee: Matching.Candidate,
      asOf: Values.Instant,
    ) => number | undefined,
  ): Measure =>
  ({ mentors, mentees, asOf }) => {
    let fault: PairFault | undefined
    const valueOf = (mentor: number, mentee: number): number => {
      const [junior, senior] = [mentors[mentor], mentees[mentee]]
      if (junior === undefined || senior === undefined) return unknown
      let problem: string | undefined
      try {
        const value = of(junior, senior, asOf)
        if (value === undefined) return unknown
        problem = problemOf(value)
        if (problem === undefined) return value
      } catch (defect) {
        problem = `threw (${defect instanceof Error ? defect.name : typeof defect})`
      }
      fault ??= { problem, mentor, mentee }
      return unknown
    }
    return E.right({
      values: (mentee, list, count, into) => {
        for (let at = 0; at < count; at += 1) into[at] = valueOf(list[at] ?? 0, mentee)
      },
      most: mostOfEach,
      fault: () => fault,
    })
  }
