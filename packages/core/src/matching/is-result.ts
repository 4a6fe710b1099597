import type { Either } from 'fp-ts/lib/Either.js'
import type { PolicyFailure } from '../port/matching-policy.ts'
import { isObject } from '../values/is-object.ts'
import { absentOr, fits, listOf, number, objectOf, text, type Misfit } from './misfit.ts'
import type { MatchingResult } from './result.ts'

const worth = objectOf('a worth', { pairs: number, score: number, people: absentOr(number) })

const contribution = objectOf('a contribution', { rule: text, points: number })

const pair = objectOf('a pair', {
  ...{ mentor: text, mentee: text, score: number },
  reasons: listOf(contribution),
})

const unmatched = objectOf('somebody without a pair', {
  participant: text,
  role: fits((u) => u === 'mentor' || u === 'mentee', 'mentor or mentee'),
  reason: text,
})

/** The shape of a result, whatever a policy of somebody's own gave. Says nothing of its sense. */
const result = objectOf('a result', {
  ...{ pairs: listOf(pair), unmatched: listOf(unmatched) },
  ...{ worth, bound: absentOr(worth) },
})

const failure = objectOf('a failure', { problem: text })

const either = fits(
  (u) => isObject(u) && (u['_tag'] === 'Right' || u['_tag'] === 'Left'),
  'a Right or a Left',
)

/** Where something is not what a policy answers: a result on the right, or on the left why there is none. */
export const answerMisfit = (u: unknown): Misfit | undefined => {
  if (!isObject(u)) return either(u)
  if (u['_tag'] === 'Right') return result(u['right'])
  return either(u) ?? failure(u['left'])
}

/** Whether something is what a policy answers. */
export const isAnswer = (u: unknown): u is Either<PolicyFailure, MatchingResult> =>
  answerMisfit(u) === undefined
