import type { Matching } from '@reverse-mentoring/core'
import type { Row } from '../engine/pair-scorer.ts'
import type { People } from '../measure/people.ts'
import type { Fused } from './fuse.ts'

/** Criteria that do not see pairs that stand already. O(1) beside each row where a mentee has none. */
export const withoutPairs = (
  fused: Fused,
  { mentors, mentees }: People,
  fixed: Matching.FixedPairs,
): Fused => {
  const isFixed = (mentor: number, mentee: number): boolean => {
    const [junior, senior] = [mentors[mentor], mentees[mentee]]
    return junior !== undefined && senior !== undefined && fixed.has(junior, senior)
  }
  const kept = (row: Row, mentee: number): Row => {
    if ((fixed.mentees[mentee] ?? 0) === 0) return row
    let count = 0
    for (let at = 0; at < row.count; at += 1) {
      if (isFixed(row.mentors[at] ?? -1, mentee)) continue
      row.mentors[count] = row.mentors[at] ?? 0
      row.scores[count] = row.scores[at] ?? 0
      count += 1
    }
    return { ...row, count }
  }
  return {
    ...fused,
    row: (mentee, among) => kept(fused.row(mentee, among), mentee),
    admissible: (mentee, among) => kept(fused.admissible(mentee, among), mentee),
    score: (mentor, mentee) => (isFixed(mentor, mentee) ? -1 : fused.score(mentor, mentee)),
  }
}
