import assert from 'node:assert/strict'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type fc from 'fast-check'
import { findBrokenLater } from '../shortest.ts'
import { brief } from './trace/brief.ts'
import { inTime } from './trace/in-time.ts'
import type { NewPlace, Opened } from './place.ts'
import { tellBroken } from './trace/tell-broken.ts'
import { newTrace, type Trace } from './trace/trace.ts'

/** One thing that every adapter of a port must keep. No test runner is needed: the left side says what was broken. */
export interface Law {
  readonly name: string
  readonly check: TE.TaskEither<string, void>
}

/** What a law works with. */
export interface Bench<Adapter> {
  readonly adapter: Adapter
  /** Opens the same place once more, beside what is open. */
  readonly beside: () => Promise<Adapter>
  /** Closes all and opens the same place again. */
  readonly reopened: () => Promise<Adapter>
  /** Does something with many values; what breaks the law is made smaller, for some seconds at most. */
  readonly forAll: <A>(
    values: fc.Arbitrary<A>,
    body: (value: A) => Promise<void>,
    numRuns?: number,
  ) => Promise<void>
}

/** The right side, or the law is broken. */
export const got = async <Failure, A>(task: TE.TaskEither<Failure, A>): Promise<A> => {
  const either = await task()
  if (E.isRight(either)) return either.right
  throw new Error(`expected an answer, but got ${brief(either.left)}`)
}

interface Tagged {
  readonly _tag: string
}

/** A failure of this kind, or the law is broken; `why` says where it was expected. */
export const refused = async <Failure extends Tagged, Tag extends Failure['_tag'], A>(
  task: TE.TaskEither<Failure, A>,
  tag: Tag,
  why?: string,
): Promise<Extract<Failure, { readonly _tag: Tag }>> => {
  const either = await task()
  if (E.isLeft(either) && isOf(either.left, tag)) return either.left
  const got = brief(E.isLeft(either) ? either.left : either.right)
  throw new Error(`${why === undefined ? '' : `${why}: `}expected ${tag}, but got ${got}`)
}

const isOf = <Failure extends Tagged, Tag extends string>(
  failure: Failure,
  tag: Tag,
): failure is Extract<Failure, { readonly _tag: Tag }> => failure._tag === tag

/** Breaks the law if there is another failure than `Misused`; an adapter that goes on working has none. */
export const assertMisused = (
  answer: E.Either<{ readonly _tag: string }, unknown>,
  why?: string,
): void => {
  if (E.isLeft(answer)) assert.equal(answer.left._tag, 'Misused', why)
}

const kinds = ['uncaughtException', 'unhandledRejection']

/** What nobody catches while this is done, and what would end the process. */
export const uncaught = async (body: () => Promise<void>): Promise<ReadonlyArray<unknown>> => {
  const escaped: Array<unknown> = []
  const standing = kinds.map((kind) => [kind, process.listeners(kind as 'exit')] as const)
  const listener = (defect: unknown): void => {
    escaped.push(defect)
  }
  kinds.forEach((kind) => process.removeAllListeners(kind).on(kind, listener))
  try {
    await body()
  } finally {
    kinds.forEach((kind) => process.removeAllListeners(kind))
    for (const [kind, listeners] of standing) for (const one of listeners) process.on(kind, one)
  }
  return escaped
}

/** The whole numbers from one to another, both included. */
export const range = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** A turn of the event loop, so that who asks again and again starves nobody. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** Values that a law tries, unless it says otherwise. */
const usualRuns = 100

/** A law that is broken, told already. */
class Broken extends Error {}

const forAllOf =
  (trace: Trace): Bench<unknown>['forAll'] =>
  async (values, body, numRuns = usualRuns) => {
    const broken = async (value: Parameters<typeof body>[0]): Promise<string | undefined> => {
      trace.restart()
      try {
        await body(value)
        return undefined
      } catch (reason) {
        return tellBroken(reason, trace)
      }
    }
    const found = await findBrokenLater(values, broken, { numRuns })
    if (found !== undefined) throw new Broken(found.how)
    trace.restart()
  }

const work = async <Adapter extends object>(
  newPlace: NewPlace<Adapter>,
  body: (bench: Bench<Adapter>) => Promise<void>,
): Promise<void> => {
  const trace = newTrace()
  const open = async <A>(task: TE.TaskEither<string, A>): Promise<A> => {
    const answer = await inTime(() => 'opening or closing it', task())
    if (E.isRight(answer)) return answer.right
    throw new Error(answer.left)
  }
  const place = await open(newPlace)
  const opened: Array<Opened<Adapter>> = []
  const beside = async (): Promise<Adapter> => {
    const one = await open(place)
    opened.push(one)
    return trace.follow(one.adapter)
  }
  const closeAll = async (): Promise<void> => {
    for (const one of opened.splice(0))
      await open(TE.mapLeft((why) => `it could not be closed: ${String(why)}`)(one.close))
  }
  const reopened = async (): Promise<Adapter> => {
    await closeAll()
    trace.note('closed all, and opened it again')
    return beside()
  }
  try {
    await body({ adapter: await beside(), beside, reopened, forAll: forAllOf(trace) })
    await closeAll()
  } catch (reason) {
    const broken = reason instanceof Broken ? reason : new Broken(tellBroken(reason, trace))
    // What broke first is told, whatever a close then says.
    await closeAll().catch(() => undefined)
    throw broken
  } finally {
    await place.remove?.()
  }
}

/** A law by its name and what is done to see whether it holds; what that throws is how it was broken. */
export const law =
  <Adapter extends object>(name: string, body: (bench: Bench<Adapter>) => Promise<void>) =>
  (newPlace: NewPlace<Adapter>): Law => ({
    name,
    check: TE.tryCatch(
      () => work(newPlace, body),
      (broken) => (broken instanceof Error ? broken.message : String(broken)),
    ),
  })
