import * as E from 'fp-ts/lib/Either.js'
import type { PolicyFailure } from '../port/matching-policy.ts'
import { answerMisfit, isAnswer } from './is-result.ts'
import type { MatchingResult } from './result.ts'

const whereNot = (answer: unknown): string => {
  const misfit = answerMisfit(answer)
  if (misfit === undefined) return ''
  const { path, is, must } = misfit
  return `: ${path === '' ? 'it' : path.slice(1)} is ${is}, and not ${must}`
}

/** The failure of a policy whose answer is none: which field it is, what kind of thing is there, and what must be. */
const noAnswer = (answer: unknown): PolicyFailure => ({
  _tag: 'PolicyFailure',
  kind: 'broken',
  problem: `the policy answers with something that is no result${whereNot(answer)}`,
})

/** What a policy answered, if it is an answer; else the failure of one whose answer is none. */
export const answerOr = (answer: unknown): E.Either<PolicyFailure, MatchingResult> =>
  isAnswer(answer) ? answer : E.left(noAnswer(answer))

/** The failure of a policy that answers later, where an answer is wanted at once. */
export const laterAnswer: PolicyFailure = {
  _tag: 'PolicyFailure',
  problem:
    'the policy answers with a promise, which is no result yet: have an engine draft with it',
}
