import type { Values } from '@reverse-mentoring/core'
import type * as E from 'fp-ts/lib/Either.js'
import type { People } from './people.ts'

/** The value of a pair of which too little is known. */
export const unknown = -1

/** What is wrong with the value of one pair. */
export interface PairFault {
  readonly problem: string
  /** What was thrown and where, in development. */
  readonly thrown?: string
  /** Nobody where it is no single pair of the mentee’s. */
  readonly mentor?: number | undefined
  readonly mentee: number
}

/** A measure made ready for one pool. */
export interface Measured {
  /** Writes the value of each of the first `count` mentors beside the mentee; `unknown` where it is. Allocates nothing. */
  readonly values: (mentee: number, mentors: Int32Array, count: number, into: Int32Array) => void
  /**
   * Lists, ascending, the mentors whose value beside the mentee is unknown or at least 1, and says how many they are; -1
   * where that may be everybody. From an index, so that nobody else is looked at.
   */
  readonly some?: (mentee: number, into: Int32Array) => number
  /** No value is higher. */
  readonly most: number
  /** The first value that was none, if any was. */
  readonly fault?: () => PairFault | undefined
}

/**
 * How two people compare in one respect: a whole number from 0, or `unknown`. It is made ready once for each run, by
 * the code of the rule or score that uses it; the left side says why it cannot run on this pool.
 */
export type Measure = (people: People, code: Values.Code) => E.Either<string, Measured>
