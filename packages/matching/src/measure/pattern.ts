import { Matching, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Measure, unknown } from './measure.ts'

/** What each of the two must be, in identity attributes. */
export interface Pattern {
  readonly mentor: Port.Attributes
  readonly mentee: Port.Attributes
}

/** The identity attributes that a pattern speaks of. */
export const namesIn = ({ mentor, mentee }: Pattern): ReadonlyArray<string> => [
  ...new Set([...Object.keys(mentor), ...Object.keys(mentee)]),
]

/** 1 where all fits, 0 where something does not, unknown where something is not known and all else fits. */
const fits = (known: Port.Attributes, wanted: Port.Attributes): number => {
  const values = Object.entries(wanted).map(([name, value]) =>
    !Object.hasOwn(known, name) ? unknown : known[name] === value ? 1 : 0,
  )
  return values.includes(0) ? 0 : values.includes(unknown) ? unknown : 1
}

/** 1 for a pair that has the pattern, 0 for one that has not. */
export const pattern =
  (wanted: Pattern): Measure =>
  ({ mentors, mentees, pool }, code) => {
    const known = ({ participant }: { readonly participant: Values.ParticipantId }) =>
      Matching.identityOf(pool, code, participant)
    const theirs = Int32Array.from(mentors, (person) => fits(known(person), wanted.mentor))
    const own = Int32Array.from(mentees, (person) => fits(known(person), wanted.mentee))
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
