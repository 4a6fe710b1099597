import { type Event, Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Criteria } from '../criteria/criteria.ts'
import type { Measured } from '../measure/measure.ts'
import type { People } from '../measure/people.ts'
import type { Rule } from '../rule/rule.ts'
import type { Score } from '../score/score.ts'
import { badCriteria } from './check-criteria.ts'
import { failure } from './failure.ts'
import { hasLegalBasis, readsOf, unlawful } from './reading.ts'

/** A rule or score with its measure made ready. */
export interface Ready<Part> {
  readonly part: Part
  readonly measured: Measured
}

export interface ReadyCriteria {
  readonly rules: ReadonlyArray<Ready<Rule>>
  readonly scores: ReadonlyArray<Ready<Score>>
  /** The most that any pair can score. */
  readonly most: number
}

/** The highest score that engines can tell apart beside a bonus. */
const mostInAll = 2 ** 30 - 1

/** People as one rule or score may read them: each is made ready on its own share of their identity. */
const reading = (people: People, part: Rule | Score): People => ({
  ...people,
  pool: Matching.poolFor({ reads: readsOf([part]) }, people.pool),
})

const ready = <Part extends Rule | Score>(
  parts: ReadonlyArray<Part>,
  people: People,
): E.Either<Port.PolicyFailure, ReadonlyArray<Ready<Part>>> => {
  const done: Array<Ready<Part>> = []
  const blind = { ...people, pool: Matching.poolFor({}, people.pool) }
  for (const part of parts) {
    const { reads = [] } = part
    if (reads.length > 0 && !hasLegalBasis(people.pool.rules, part.code))
      return E.left(failure(unlawful, { rule: part.code }))
    const measured = part.measure(reads.length === 0 ? blind : reading(people, part), part.code)
    if (E.isLeft(measured)) return E.left(failure(measured.left, { rule: part.code }))
    done.push({ part, measured: measured.right })
  }
  return E.right(done)
}

const mostOf = ({ part, measured }: Ready<Score>): number =>
  part.points * Math.min(part.most, measured.most)

/** Every measure of the criteria, made ready for these people. */
export const readyCriteria = (
  criteria: Criteria,
  people: People,
): E.Either<Port.PolicyFailure, ReadyCriteria> => {
  const bad = badCriteria(criteria)
  if (bad !== undefined) return E.left(bad)
  const rules = ready(criteria.rules, people)
  if (E.isLeft(rules)) return rules
  const scores = ready(criteria.scores, people)
  if (E.isLeft(scores)) return scores
  const most = scores.right.reduce((sum, score) => sum + mostOf(score), 0)
  return most <= mostInAll
    ? E.right({ rules: rules.right, scores: scores.right, most })
    : E.left(
        failure(
          `the scores of a pair may reach ${String(most)}, and at most ${String(mostInAll)} can be told apart: use lower weights`,
        ),
      )
}

/** Whether unknown excludes under a rule: only if the cohort recorded so, with a legal basis. */
export const unknownExcludes = (
  rules: ReadonlyArray<Event.MatchingRule>,
  { code }: Rule,
): boolean =>
  rules.some(
    (rule) => rule.code === code && rule.unknownExcludes === true && rule.legalBasis !== undefined,
  )
