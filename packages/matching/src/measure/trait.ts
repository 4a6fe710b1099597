import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Measure, unknown } from './measure.ts'

/** A trait in the directory: words in their order, or whole numbers from least to most. */
export interface Trait {
  readonly attribute: string
  readonly scale: ReadonlyArray<string> | { readonly least: number; readonly most: number }
  /** Whether it is good to differ or to be alike. */
  readonly direction: 'complementary' | 'similar'
}

const isWords = (scale: Trait['scale']): scale is ReadonlyArray<string> => Array.isArray(scale)

const stepOf = ({ attribute, scale }: Trait, person: Matching.Candidate): number => {
  const value = person.attributes[attribute]
  if (isWords(scale)) return typeof value === 'string' ? scale.indexOf(value) : unknown
  const { least, most } = scale
  const isOn = typeof value === 'number' && value >= least && value <= most
  return isOn ? Math.round(value - least) : unknown
}

/** Steps of the scale between two people, or, where they had better be alike, steps that they are closer than its ends. */
export const traitSteps =
  (trait: Trait): Measure =>
  ({ mentors, mentees }) => {
    const { scale, direction } = trait
    const length = isWords(scale) ? scale.length - 1 : Math.round(scale.most - scale.least)
    if (!(length >= 1 && length < 2 ** 30)) return E.left('a scale has at least two steps')
    const theirs = Int32Array.from(mentors, (person) => stepOf(trait, person))
    const own = Int32Array.from(mentees, (person) => stepOf(trait, person))
    const [start, sign] = direction === 'similar' ? [length, -1] : [0, 1]
    return E.right({
      values: (mentee, list, count, into) => {
        const step = own[mentee] ?? unknown
        if (step < 0) {
          into.fill(unknown, 0, count)
          return
        }
        for (let at = 0; at < count; at += 1) {
          const other = theirs[list[at] ?? 0] ?? unknown
          into[at] = other < 0 ? unknown : start + sign * Math.abs(other - step)
        }
      },
      most: length,
    })
  }
