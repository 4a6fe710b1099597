import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** What a failure is for people who catch: an `Error` whose `cause` is the failure's value. */
export interface Failed<F> extends Error {
  readonly cause: F
}

/** A task as a promise: kept with what it gives, broken with an `Error` whose `cause` is the failure. */
export const promise = async <F extends { readonly _tag: string }, A>(
  task: TaskEither<F, A>,
): Promise<A> => {
  const answer = await task()
  if (E.isRight(answer)) return answer.right
  throw new Error(answer.left._tag, { cause: answer.left })
}

type Tasked = (...given: ReadonlyArray<never>) => TaskEither<{ readonly _tag: string }, unknown>

/** The same operations, each as a promise. */
export type Promised<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends (
    ...given: infer Given
  ) => TaskEither<infer _, infer A>
    ? (...given: Given) => Promise<A>
    : never
}

/** A thin façade for people who do not use fp-ts: every operation of an object as a promise. */
export const promises = <Operations extends { readonly [Name in keyof Operations]: Tasked }>(
  operations: Operations,
): Promised<Operations> => {
  const promised = Object.entries<Tasked>(operations).map(([name, operation]) => [
    name,
    (...given: ReadonlyArray<never>) => promise(operation(...given)),
  ])
  return Object.fromEntries(promised) as Promised<Operations>
}
