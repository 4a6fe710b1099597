import type { Matching, Port } from '@reverse-mentoring/core'
import type * as E from 'fp-ts/lib/Either.js'
import type { Cancelled } from '../engine/solution.ts'

/** What a worker is started with. */
export interface Task {
  /** The module that exports the policy, as `policy` or by default. */
  readonly module: string
  readonly pool: Matching.MatchingPool
  readonly context: Port.MatchingContext
}

/** What a worker says. */
export type Message =
  | { readonly done: number }
  | { readonly result: E.Either<Port.PolicyFailure | Cancelled, Matching.MatchingResult> }
