import type { PolicyFailure } from '../port/matching-policy.ts'

/** The failure of a policy whose answer is none. */
export const noAnswer: PolicyFailure = {
  _tag: 'PolicyFailure',
  kind: 'broken',
  problem: 'the policy answers with something that is no result',
}

/** The failure of a policy that answers later, where an answer is wanted at once. */
export const laterAnswer: PolicyFailure = {
  _tag: 'PolicyFailure',
  problem:
    'the policy answers with a promise, which is no result yet: have an engine draft with it',
}
