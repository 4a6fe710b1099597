import type { Matching, Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Measure, unknown } from './measure.ts'

/** What each of the two must be, in identity attributes. */
export interface Pattern {
  readonly mentor: Port.Attributes
  readonly mentee: Port.Attributes
}

/** Identity attributes that a rule may read of somebody: those they agreed to, and those its legal basis covers. */
const readable = (person: Matching.Candidate, code: Values.Code): Port.Attributes => ({
  ...person.identity,
  ...person.identityFor[code],
})

/** 1 where all fits, 0 where something does not, unknown where something is not known and all else fits. */
const fits = (person: Matching.Candidate, wanted: Port.Attributes, code: Values.Code): number => {
  const known = readable(person, code)
  const values = Object.entries(wanted).map(([name, value]) =>
    known[name] === undefined ? unknown : known[name] === value ? 1 : 0,
  )
  return values.includes(0) ? 0 : values.includes(unknown) ? unknown : 1
}

/**
 * 1 for a pair that has the pattern, 0 for one that has not. It does not run unless the cohort's rules record a legal
 * basis for the code.
 */
export const pattern =
  (wanted: Pattern): Measure =>
  ({ mentors, mentees, pool }, code) => {
    const recorded = pool.rules.find((rule) => rule.code === code)
    if (recorded?.legalBasis === undefined)
      return E.left('reads identity attributes: record its legal basis when the cohort opens')
    const theirs = Int32Array.from(mentors, (person) => fits(person, wanted.mentor, code))
    const own = Int32Array.from(mentees, (person) => fits(person, wanted.mentee, code))
    return E.right({
      values: (mentee, list, count, into) => {
        const fit = own[mentee] ?? unknown
        for (let at = 0; at < count; at += 1) {
          const other = theirs[list[at] ?? 0] ?? unknown
          into[at] = fit === 0 || other === 0 ? 0 : fit < 0 || other < 0 ? unknown : 1
        }
      },
      most: 1,
    })
  }
