import type { Cohort } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Task } from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { explainFailure } from './explain.ts'
import { failureKind, isEngineFailure, type FailureKind } from './failure-kind.ts'

/**
 * What a failure is for people who catch: an `Error` whose message is a sentence, with its `kind`, from which an HTTP
 * status follows, and the failure itself as `cause`; of several things asked at once, the answers to all of them, and the
 * kind of the first that is a no.
 */
export interface Failed<F> extends Error {
  readonly cause: F
  readonly kind: FailureKind
}

type Tagged = Readonly<{ _tag: string; reason?: unknown }>

const sentenceOf = (failure: Tagged, labels: Cohort.Labels | undefined): string => {
  if (isEngineFailure(failure)) return explainFailure(failure, labels)
  const { reason } = failure
  return typeof reason === 'string' ? `That cannot be done: ${reason}.` : failure._tag
}

const failed = (
  failure: Tagged,
  labels: Cohort.Labels | undefined,
  message = sentenceOf(failure, labels),
  cause: unknown = failure,
): Error => Object.assign(new Error(message, { cause }), { kind: failureKind(failure) })

/** Of answers one by one, those that were given; where any is a no, the promise is broken. */
type Kept<A> = A extends ReadonlyArray<E.Either<infer _F, infer B>> ? ReadonlyArray<B> : A

const isEither = (u: unknown): u is E.Either<{ readonly _tag: string }, unknown> =>
  typeof u === 'object' && u !== null && '_tag' in u && (u._tag === 'Left' || u._tag === 'Right')

const areEithers = (u: unknown): u is ReadonlyArray<E.Either<{ readonly _tag: string }, unknown>> =>
  Array.isArray(u) && u.every(isEither)

/** How many of the places of refused answers are told. */
const mostPlaces = 10

/** What was given, or the failure as an `Error`; answers one by one are given if none of them is a no. */
const kept = (answer: E.Either<Tagged, unknown>, labels: Cohort.Labels | undefined): unknown => {
  if (E.isLeft(answer)) throw failed(answer.left, labels)
  if (!areEithers(answer.right)) return answer.right
  const places = answer.right.flatMap((one, i) => (E.isLeft(one) ? [String(i + 1)] : []))
  const first = answer.right.find(E.isLeft)
  if (first === undefined) return answer.right.filter(E.isRight).map(({ right }) => right)
  const told = places.slice(0, mostPlaces).join(', ') + (places.length > mostPlaces ? ' …' : '')
  const count = `${String(places.length)} of ${String(answer.right.length)} failed (number ${told})`
  const message = `${count}, the first so: ${sentenceOf(first.left, labels)}`
  throw failed(first.left, labels, message, answer.right)
}

/** A task as a promise: kept with what it gives, broken with a `Failed`. */
export const promise = async <F extends { readonly _tag: string }, A>(
  task: TaskEither<F, A>,
  labels?: Cohort.Labels,
): Promise<Kept<A>> => kept(await task(), labels) as Kept<A>

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

const unwrapped = async (
  answering: Promise<unknown>,
  labels: Cohort.Labels | undefined,
): Promise<unknown> => {
  const answer = await answering
  return isEither(answer) ? kept(answer, labels) : answer
}

/** What an operation gave: a task is run, an answer unwrapped, and operations are promised in turn. */
const promisedAnswer = (given: unknown, labels: Cohort.Labels | undefined): unknown => {
  if (typeof given === 'function') return unwrapped((given as Task<unknown>)(), labels)
  if (given instanceof Promise) return unwrapped(given, labels)
  return typeof given === 'object' && given !== null ? promises(given, labels) : given
}

const promisedMember = (member: unknown, labels: Cohort.Labels | undefined): unknown => {
  if (typeof member === 'function') {
    return (...given: ReadonlyArray<unknown>) =>
      promisedAnswer((member as (...all: ReadonlyArray<unknown>) => unknown)(...given), labels)
  }
  return typeof member === 'object' && member !== null ? promises(member, labels) : member
}

/**
 * A façade for people who do not use fp-ts: every operation of an engine, and of what it opens, as a promise. With labels,
 * its sentences are in the words of a programme, with names in place of ids.
 */
export const promises = <O extends object>(operations: O, labels?: Cohort.Labels): Promised<O> =>
  Object.fromEntries(
    Object.entries(operations).map(([name, member]) => [name, promisedMember(member, labels)]),
  ) as Promised<O>
