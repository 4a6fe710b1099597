import assert from 'node:assert/strict'
import type fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { law, type Law } from './law.ts'
import type { NewPlace } from './place.ts'

/** What is asked of an adapter, as many times as there are adapters: what comes back is compared. */
export type Question<Adapter> = (adapter: Adapter) => Promise<unknown>

/** An answer, or the kind of the failure: its reason is each adapter's own. */
export const answerOf = async <Failure extends { readonly _tag: string }, A>(
  task: TaskEither<Failure, A>,
): Promise<E.Either<object, A>> =>
  E.mapLeft(({ _tag }: Failure): object => ({ _tag }))(await task())

/** Some workload of questions, made of steps where the reference stands; each has names of its own. */
export interface Workload<Adapter, Step> {
  readonly reference: () => Adapter
  readonly steps: fc.Arbitrary<ReadonlyArray<Step>>
  readonly asking: (
    reference: Adapter,
  ) => (step: Step) => Question<Adapter> | Promise<Question<Adapter>>
  /** Has both begin alike, where a question is not about the names of its workload only. */
  readonly before?: (adapter: Adapter) => Promise<void>
  /** All that is kept under the names of the workload, asked at its end. */
  readonly all: ReadonlyArray<Step>
}

/** Workloads that are tried. */
const numRuns = 20

/** Asks an adapter and the one in memory the same questions, step by step, and in the end what both keep by then. */
export const alikeLaw = <Adapter extends object, Step extends { readonly does: string }>(
  name: string,
  { reference: newReference, steps, asking, all, before }: Workload<Adapter, Step>,
): ((newPlace: NewPlace<Adapter>) => Law) =>
  law<Adapter>(name, async ({ adapter, forAll }) => {
    await forAll(
      steps,
      async (some) => {
        const reference = newReference()
        for (const each of [adapter, reference]) await before?.(each)
        const ask = asking(reference)
        for (const step of [...some, ...all]) {
          const question = await ask(step)
          const expected = await question(reference)
          assert.deepEqual(await question(adapter), expected, step.does)
        }
      },
      numRuns,
    )
  })
