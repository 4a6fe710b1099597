import type { Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { worthTrying } from './behind.ts'
import { bringUp, type Bench } from './bring-up.ts'
import { everyHeader, readHeaders } from './headers.ts'
import type { KeptView } from './kept-view.ts'

type Failure = Port.Unavailable | Port.Misused

/** The cohorts of which a view is parked where this process has not tried to go on. */
const parkedCohorts = async (
  { viewStore, tried }: Pick<Bench, 'viewStore' | 'tried'>,
  views: ReadonlyArray<KeptView>,
): Promise<E.Either<Failure, ReadonlyArray<Values.CohortId>>> => {
  const cohorts = new Set<Values.CohortId>()
  for (const { name } of views) {
    const headed = await everyHeader(viewStore)(name, { parked: true })()
    if (E.isLeft(headed)) return headed
    for (const [cohort, { parked }] of headed.right) {
      if (parked !== undefined && !tried.has({ view: name, cohort }, parked)) cohorts.add(cohort)
    }
  }
  return E.right([...cohorts])
}

/** Tries what stopped the views of some cohorts, once in the life of a process: this version may know it. */
export const retryParked = async (
  bench: Bench,
  views: ReadonlyArray<KeptView>,
): Promise<E.Either<Failure, void>> => {
  const cohorts = await parkedCohorts(bench, views)
  if (E.isLeft(cohorts)) return cohorts
  const headers = await readHeaders(bench.viewStore)(views, cohorts.right)()
  if (E.isLeft(headers)) return headers
  const behind = [...headers.right].map(([cohort, stand]) => ({
    cohort,
    headers: worthTrying(bench.tried, cohort, stand),
    records: [],
    atLeast: Infinity,
  }))
  return bringUp(bench)(behind)
}
