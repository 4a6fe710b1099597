import type { Matching, Port } from '@reverse-mentoring/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Criteria } from '../criteria/criteria.ts'
import type { PairScorer, Row } from '../engine/pair-scorer.ts'
import { unknown } from '../measure/measure.ts'
import type { People } from '../measure/people.ts'
import { domainRules } from './domain.ts'
import { pairFailure } from './failure.ts'
import { type ReadyCriteria, readyCriteria, unknownExcludes } from './measured.ts'
import { byMeasure } from './narrow.ts'

/** The criteria of a run, fused for its people. */
export interface Fused extends PairScorer {
  /** The mentors that a mentee can have, out of these; the same array is filled again by the next call. */
  readonly row: (mentee: number, among?: Int32Array) => Row
  /** The same without scores and threshold. */
  readonly admissible: (mentee: number, among?: Int32Array) => Row
  /** What spoke for a pair. */
  readonly contributions: (mentor: number, mentee: number) => ReadonlyArray<Matching.Contribution>
  /** The first value that was none, by rule and pair. */
  readonly fault: () => Port.PolicyFailure | undefined
}

const weighted = (value: number, points: number, most: number): number =>
  value < 0 ? 0 : points * (value < most ? value : most)

const fused = (
  people: People,
  { rules, scores, most }: ReadyCriteria,
  threshold: number,
): Fused => {
  const mentors = people.mentors.length
  const all = Int32Array.from({ length: mentors }, (_, mentor) => mentor)
  const scratch = new Int32Array(mentors)
  const row = { mentors: new Int32Array(mentors), scores: new Int32Array(mentors), count: 0 }
  const one = new Int32Array(1)
  const narrows = [
    ...domainRules(people),
    ...rules.map(({ part, measured }) =>
      byMeasure(measured, part.least, unknownExcludes(people.pool.rules, part), scratch),
    ),
  ]

  const some = rules.find(({ part, measured }) => part.least >= 1 && measured.some !== undefined)
    ?.measured.some

  const listAll = (mentee: number): number => {
    const count = some?.(mentee, row.mentors) ?? -1
    if (count >= 0) return count
    row.mentors.set(all)
    return mentors
  }
  const admissible = (mentee: number, among?: Int32Array): Row => {
    if (among === undefined) row.count = listAll(mentee)
    else {
      row.mentors.set(among)
      row.count = among.length
    }
    for (const narrow of narrows)
      if (row.count > 0) row.count = narrow(mentee, row.mentors, row.count)
    return row
  }
  const addScores = (mentee: number, count: number): void => {
    row.scores.fill(0, 0, count)
    for (const { part, measured } of scores) {
      measured.values(mentee, row.mentors, count, scratch)
      const { points, most: units } = part
      for (let at = 0; at < count; at += 1)
        row.scores[at] = (row.scores[at] ?? 0) + weighted(scratch[at] ?? unknown, points, units)
    }
  }
  const keepFrom = (count: number): number => {
    if (threshold <= 0) return count
    let kept = 0
    for (let at = 0; at < count; at += 1) {
      const score = row.scores[at] ?? 0
      row.mentors[kept] = row.mentors[at] ?? 0
      row.scores[kept] = score
      kept += score >= threshold ? 1 : 0
    }
    return kept
  }
  const rowOf = (mentee: number, among?: Int32Array): Row => {
    const { count } = admissible(mentee, among)
    addScores(mentee, count)
    row.count = keepFrom(count)
    return row
  }
  const faulty = [...rules, ...scores].filter(({ measured }) => measured.fault !== undefined)
  const valueOf = (
    values: ReadyCriteria['rules'][number]['measured']['values'],
    mentee: number,
  ) => {
    values(mentee, one, 1, scratch)
    return scratch[0] ?? unknown
  }
  return {
    most,
    row: rowOf,
    admissible,
    score: (mentor, mentee) => {
      one[0] = mentor
      return rowOf(mentee, one).count === 1 ? (row.scores[0] ?? 0) : -1
    },
    contributions: (mentor, mentee) => {
      one[0] = mentor
      const yes = rules
        .filter(({ part, measured }) => valueOf(measured.values, mentee) >= part.least)
        .map(({ part }) => ({ rule: part.code, points: 0 }))
      const points = scores
        .map(({ part, measured }) => ({
          rule: part.code,
          points: weighted(valueOf(measured.values, mentee), part.points, part.most),
        }))
        .filter((contribution) => contribution.points > 0)
      return [...yes, ...points]
    },
    isBroken: () => faulty.some(({ measured }) => measured.fault?.() !== undefined),
    fault: () => {
      for (const { part, measured } of [...rules, ...scores]) {
        const fault = measured.fault?.()
        const mentor = people.mentors[fault?.mentor ?? -1]?.participant
        const mentee = people.mentees[fault?.mentee ?? -1]?.participant
        if (fault !== undefined && mentee !== undefined)
          return pairFailure(part.code, fault, mentor, mentee)
      }
      return undefined
    },
  }
}

/**
 * Fuses criteria for the people of one run: rows of one mentee are judged rule by rule and scored score by score, in
 * loops that allocate nothing per pair. A pair below the threshold is as one that is not admissible.
 */
export const fuse = (
  criteria: Criteria,
  people: People,
  threshold = 0,
): E.Either<Port.PolicyFailure, Fused> =>
  pipe(
    readyCriteria(criteria, people),
    E.map((ready) => fused(people, ready, threshold)),
  )
