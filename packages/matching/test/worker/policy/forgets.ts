import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import optimal from './optimal.ts'

/** Forgets the first pair: whoever was in it has no reason to be without one. */
export const policy: Port.MatchingPolicy = {
  ...optimal,
  claims: {},
  propose: (pool, context) =>
    E.map((result: { readonly pairs: ReadonlyArray<unknown> }) => ({
      ...result,
      pairs: result.pairs.slice(1),
    }))(optimal.propose(pool, context)) as ReturnType<typeof optimal.propose>,
}
