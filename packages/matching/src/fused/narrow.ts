import type { Measured } from '../measure/measure.ts'

/** Keeps of the first `count` mentors those who may be with the mentee, in their order; how many they are. */
export type Narrow = (mentee: number, mentors: Int32Array, count: number) => number

/** Keeps those whose value is at least `least`, and those of unknown value unless unknown excludes. */
export const byMeasure = (
  { values }: Measured,
  least: number,
  unknownExcludes: boolean,
  scratch: Int32Array,
): Narrow => {
  const keepsUnknown = unknownExcludes ? 0 : 1
  return (mentee, mentors, count) => {
    values(mentee, mentors, count, scratch)
    let kept = 0
    for (let at = 0; at < count; at += 1) {
      const value = scratch[at] ?? 0
      mentors[kept] = mentors[at] ?? 0
      kept += value < 0 ? keepsUnknown : value >= least ? 1 : 0
    }
    return kept
  }
}
