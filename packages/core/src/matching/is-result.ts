import type { Either } from 'fp-ts/lib/Either.js'
import type { PolicyFailure } from '../port/matching-policy.ts'
import { isObject } from '../values/is-object.ts'
import type { MatchingResult } from './result.ts'

const isWorth = (u: unknown): boolean =>
  isObject(u) &&
  typeof u['pairs'] === 'number' &&
  typeof u['score'] === 'number' &&
  (u['people'] === undefined || typeof u['people'] === 'number')

const isContribution = (u: unknown): boolean =>
  isObject(u) && typeof u['rule'] === 'string' && typeof u['points'] === 'number'

const isPair = (u: unknown): boolean =>
  isObject(u) &&
  typeof u['mentor'] === 'string' &&
  typeof u['mentee'] === 'string' &&
  typeof u['score'] === 'number' &&
  Array.isArray(u['reasons']) &&
  u['reasons'].every(isContribution)

const isUnmatched = (u: unknown): boolean =>
  isObject(u) &&
  typeof u['participant'] === 'string' &&
  (u['role'] === 'mentor' || u['role'] === 'mentee') &&
  typeof u['reason'] === 'string'

/** Whether something has the shape of a result, whatever a policy of somebody's own gave. Says nothing of its sense. */
export const isResult = (u: unknown): u is MatchingResult =>
  isObject(u) &&
  Array.isArray(u['pairs']) &&
  u['pairs'].every(isPair) &&
  Array.isArray(u['unmatched']) &&
  u['unmatched'].every(isUnmatched) &&
  isWorth(u['worth']) &&
  (u['bound'] === undefined || isWorth(u['bound']))

/** Whether something is what a policy answers: a result, or why there is none. */
export const isAnswer = (u: unknown): u is Either<PolicyFailure, MatchingResult> => {
  if (!isObject(u)) return false
  const { left } = u
  return u['_tag'] === 'Right'
    ? isResult(u['right'])
    : u['_tag'] === 'Left' && isObject(left) && typeof left['problem'] === 'string'
}
