import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Faults } from './faults.ts'

/** A matching policy that now and then cannot propose (`lost`) or throws (`thrown`). */
export const faultyPolicy = (policy: Port.MatchingPolicy, faults: Faults): Port.MatchingPolicy => ({
  ...policy,
  propose: (pool, context) => {
    const kind = faults.draw('propose', ['lost', 'thrown'])
    if (kind === 'thrown') throw new Error('injected: thrown by the policy')
    return kind === 'lost'
      ? E.left({ _tag: 'PolicyFailure', problem: 'injected: no proposal' })
      : policy.propose(pool, context)
  },
})
