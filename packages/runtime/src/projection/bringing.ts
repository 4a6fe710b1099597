import { Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { nameOf } from '../port/guarded.ts'
import type { Receipted } from '../receipt.ts'
import { worthTrying } from './behind.ts'
import { bringUp, type Bench } from './bring-up.ts'
import { halted, type Halted } from './halted.ts'
import { readHeaders, type Headers } from './headers.ts'
import type { KeptView } from './kept-view.ts'

type Failure = Port.Unavailable | Port.Misused
type Answer = E.Either<Failure | Halted, void>

interface Waiting extends Receipted {
  readonly view: Pick<KeptView, 'name'> | undefined
  readonly tell: (answer: Answer) => void
}

/** The answer that headers give to who waits; nothing while they are behind. */
const answerOf = (
  { tried }: Bench,
  headers: Headers | undefined,
  { cohort, revision, view }: Waiting,
): Answer | undefined => {
  const asked = [...(headers ?? [])].filter(
    ([{ name }]) => view === undefined || name === view.name,
  )
  if (asked.length === 0) return E.left(Port.misused('no such view is kept here'))
  const behind = asked.filter(([, header]) => (header?.revision ?? 0) < revision)
  if (behind.length === 0) return E.right(undefined)
  const isStopped = ([{ name }, header]: readonly [KeptView, Port.Header | undefined]): boolean =>
    header?.parked !== undefined && tried.has({ view: name, cohort }, header.parked)
  return behind.some(isStopped) ? E.left(halted(cohort)) : undefined
}

/**
 * Brings views to what receipts answer for, without waiting for the log: whoever asks while others are being served is
 * served with the next ones, in one commit.
 */
export const bringing = (bench: Bench, views: ReadonlyArray<KeptView>) => {
  let waiting: Array<Waiting> = []
  let isBusy = false

  const look = async (
    some: ReadonlyArray<Waiting>,
  ): Promise<
    E.Either<Failure, readonly [ReadonlyMap<Values.CohortId, Headers>, ReadonlyArray<Waiting>]>
  > => {
    const asked = some.every(({ view }) => view?.name === some[0]?.view?.name)
      ? some[0]?.view
      : undefined
    const looked = asked === undefined ? views : views.filter(({ name }) => name === asked.name)
    const cohorts = [...new Set(some.map(({ cohort }) => cohort))]
    const headers = await readHeaders(bench.viewStore)(looked, cohorts)()
    if (E.isLeft(headers)) return headers
    const left = some.filter((one) => {
      const answer = answerOf(bench, headers.right.get(one.cohort), one)
      if (answer !== undefined) one.tell(answer)
      return answer === undefined
    })
    return E.right([headers.right, left])
  }

  const bring = async (some: ReadonlyArray<Waiting>): Promise<E.Either<Failure, void>> => {
    const looked = await look(some)
    if (E.isLeft(looked) || looked.right[1].length === 0) return E.map(() => undefined)(looked)
    const [, left] = looked.right
    const needed = new Map<Values.CohortId, number>()
    for (const { cohort, revision } of left) {
      needed.set(cohort, Math.max(revision, needed.get(cohort) ?? 0))
    }
    const headers = await readHeaders(bench.viewStore)(views, [...needed.keys()])()
    if (E.isLeft(headers)) return headers
    const behind = [...needed].map(([cohort, atLeast]) => ({
      ...{ cohort, atLeast, records: [] },
      headers: worthTrying(bench.tried, cohort, headers.right.get(cohort) ?? new Map()),
    }))
    const brought = await bringUp(bench)(behind)
    if (E.isLeft(brought)) return brought
    const after = await look(left)
    if (E.isLeft(after)) return after
    for (const { tell } of after.right[1]) {
      tell(E.left(Port.misused('the log does not hold what the receipt answers for')))
    }
    return E.right(undefined)
  }

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const some = waiting
      waiting = []
      const done = await bring(some).catch((thrown: unknown) =>
        E.left(Port.unavailable(`a defect while views were kept (${nameOf(thrown)})`)),
      )
      if (E.isLeft(done)) for (const { tell } of some) tell(done)
    }
    isBusy = false
  }

  return (receipted: Receipted, view?: Pick<KeptView, 'name'>): Promise<Answer> =>
    new Promise((tell) => {
      waiting.push({ ...receipted, view, tell })
      if (isBusy) return
      isBusy = true
      queueMicrotask(() => void work())
    })
}
