import * as E from 'fp-ts/lib/Either.js'
import type { Task } from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { explainFailure, type EngineFailure } from './explain.ts'

/**
 * What a failure is for people who catch: an `Error` whose message is a sentence, and whose `cause` is the failure; of
 * several things asked at once, the answers to all of them.
 */
export interface Failed<F> extends Error {
  readonly cause: F
}

const failed = (failure: { readonly _tag: string }): Error =>
  new Error(explainFailure(failure as EngineFailure), { cause: failure })

/** Of answers one by one, those that were given; where any is a no, the promise is broken. */
type Kept<A> = A extends ReadonlyArray<E.Either<infer _F, infer B>> ? ReadonlyArray<B> : A

const isEither = (u: unknown): u is E.Either<{ readonly _tag: string }, unknown> =>
  typeof u === 'object' && u !== null && '_tag' in u && (u._tag === 'Left' || u._tag === 'Right')

const areEithers = (u: unknown): u is ReadonlyArray<E.Either<{ readonly _tag: string }, unknown>> =>
  Array.isArray(u) && u.every(isEither)

/** What was given, or the failure as an `Error`; answers one by one are given if none of them is a no. */
const kept = (answer: E.Either<{ readonly _tag: string }, unknown>): unknown => {
  if (E.isLeft(answer)) throw failed(answer.left)
  if (!areEithers(answer.right)) return answer.right
  const refused = answer.right.filter(E.isLeft)
  const [first] = refused
  if (first === undefined) return answer.right.filter(E.isRight).map(({ right }) => right)
  const count = `${String(refused.length)} of ${String(answer.right.length)}`
  const message = `${count} failed, the first so: ${failed(first.left).message}`
  throw new Error(message, { cause: answer.right })
}

/** A task as a promise: kept with what it gives, broken with a `Failed`. */
export const promise = async <F extends { readonly _tag: string }, A>(
  task: TaskEither<F, A>,
): Promise<Kept<A>> => kept(await task()) as Kept<A>

/** The same operations, each giving a promise; what gives operations gives these as promises too. */
export type Promised<O> = {
  readonly [Name in keyof O]: O[Name] extends (...given: infer Given) => infer Given2
    ? Given2 extends TaskEither<infer _F, infer A>
      ? (...given: Given) => Promise<Kept<A>>
      : Given2 extends Promise<E.Either<infer _F, infer A>>
        ? () => Promise<Kept<A>>
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

const unwrapped = async (answering: Promise<unknown>): Promise<unknown> => {
  const answer = await answering
  return isEither(answer) ? kept(answer) : answer
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
