import * as E from 'fp-ts/lib/Either.js'
import type { Task } from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { explainFailure, type EngineFailure } from './explain.ts'

/** What a failure is for people who catch: an `Error` whose message is a sentence, and whose `cause` is the failure. */
export interface Failed<F> extends Error {
  readonly cause: F
}

const failed = (failure: { readonly _tag: string }): Error =>
  new Error(explainFailure(failure as EngineFailure), { cause: failure })

/** A task as a promise: kept with what it gives, broken with a `Failed`. */
export const promise = async <F extends { readonly _tag: string }, A>(
  task: TaskEither<F, A>,
): Promise<A> => {
  const answer = await task()
  if (E.isRight(answer)) return answer.right
  throw failed(answer.left)
}

/** The same operations, each giving a promise; what gives operations gives these as promises too. */
export type Promised<O> = {
  readonly [Name in keyof O]: O[Name] extends (...given: infer Given) => infer Given2
    ? Given2 extends TaskEither<infer _F, infer A>
      ? (...given: Given) => Promise<A>
      : Given2 extends Promise<E.Either<infer _F, infer A>>
        ? () => Promise<A>
        : Given2 extends Task<infer A>
          ? (...given: Given) => Promise<A>
          : Given2 extends Promise<infer A>
            ? () => Promise<A>
            : Given2 extends object
              ? (...given: Given) => Promised<Given2>
              : O[Name]
    : O[Name] extends object
      ? Promised<O[Name]>
      : O[Name]
}

const isEither = (u: unknown): u is E.Either<{ readonly _tag: string }, unknown> =>
  typeof u === 'object' && u !== null && '_tag' in u && (u._tag === 'Left' || u._tag === 'Right')

const unwrapped = async (answering: Promise<unknown>): Promise<unknown> => {
  const answer = await answering
  if (!isEither(answer)) return answer
  if (E.isLeft(answer)) throw failed(answer.left)
  return answer.right
}

/** What an operation gave: a task is run, an answer unwrapped, and operations are promised in turn. */
const promisedAnswer = (given: unknown): unknown => {
  if (typeof given === 'function') return unwrapped((given as Task<unknown>)())
  if (given instanceof Promise) return unwrapped(given)
  return typeof given === 'object' && given !== null ? promises(given) : given
}

const promisedMember = (member: unknown): unknown => {
  if (typeof member === 'function') {
    return (...given: ReadonlyArray<unknown>) =>
      promisedAnswer((member as (...all: ReadonlyArray<unknown>) => unknown)(...given))
  }
  return typeof member === 'object' && member !== null ? promises(member) : member
}

/** A façade for people who do not use fp-ts: every operation of an engine, and of what it opens, as a promise. */
export const promises = <O extends object>(operations: O): Promised<O> =>
  Object.fromEntries(
    Object.entries(operations).map(([name, member]) => [name, promisedMember(member)]),
  ) as Promised<O>
