import { Matching, type Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { type About, isAbout } from '../policy/about.ts'

/** What a thread is to find. */
export interface Run {
  readonly pool: Matching.MatchingPool
  readonly context: Port.MatchingContext
  /** The policy that is meant. */
  readonly of: Pick<About, 'id' | 'version'>
}

/** What a thread is started with. */
export interface Task {
  /** The module that exports the policy, as `policy` or by default. */
  readonly module: string
  /** Nothing where the policy is only to say what it is. */
  readonly run?: Run
}

/** What a thread says. Whoever hears it looks at it: a module can say something too. */
export type Message =
  | { readonly done: number }
  | { readonly about: About }
  | { readonly result: E.Either<Port.PolicyFailure, Matching.MatchingResult> }

const partOf = (message: unknown, name: string): unknown =>
  typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined

/** How far a message says that a run is. */
export const doneIn = (message: unknown): number | undefined => {
  const done = partOf(message, 'done')
  return typeof done === 'number' ? done : undefined
}

/** The answer of a run, if a message is one. */
export const resultIn = (
  message: unknown,
): E.Either<Port.PolicyFailure, Matching.MatchingResult> | undefined => {
  const result = partOf(message, 'result')
  return Matching.isAnswer(result) ? result : undefined
}

/** What a message says of a policy, or why there is none. */
export const aboutIn = (message: unknown): E.Either<Port.PolicyFailure, About> | undefined => {
  const about = partOf(message, 'about')
  if (isAbout(about)) return E.right(about)
  const result = resultIn(message)
  return result !== undefined && E.isLeft(result) ? result : undefined
}
