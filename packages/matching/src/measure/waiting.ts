import { type Matching, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Measure } from './measure.ts'

const week = 7 * Values.DAY

/** Whole weeks that the two have waited, those of both together, each at most so many. */
export const weeksWaited =
  (mostEach: number): Measure =>
  ({ mentors, mentees, asOf }) => {
    const now = Values.millis(asOf)
    const weeks = ({ waitingSince }: Matching.Candidate): number =>
      Math.min(mostEach, Math.max(0, Math.floor((now - Values.millis(waitingSince)) / week)))
    const theirs = Int32Array.from(mentors, weeks)
    const own = Int32Array.from(mentees, weeks)
    return E.right({
      values: (mentee, list, count, into) => {
        const waited = own[mentee] ?? 0
        for (let at = 0; at < count; at += 1) into[at] = waited + (theirs[list[at] ?? 0] ?? 0)
      },
      most: 2 * mostEach,
    })
  }
