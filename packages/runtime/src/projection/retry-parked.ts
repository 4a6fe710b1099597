import type { Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { bringUp, type Bench } from './bring-up.ts'
import { readHeaders } from './headers.ts'
import type { KeptView } from './kept-view.ts'

type Failure = Port.Unavailable | Port.Misused

/** The cohorts of which a view is parked. */
export const parkedCohorts = async (
  viewStore: Pick<Port.ViewStore, 'headersOf'>,
  views: ReadonlyArray<KeptView>,
): Promise<E.Either<Failure, ReadonlyArray<Values.CohortId>>> => {
  const cohorts = new Set<Values.CohortId>()
  for (const { name } of views) {
    let after: Values.CohortId | undefined
    for (let more = true; more;) {
      const asked = { limit: 1000, parked: true as const, ...(after !== undefined && { after }) }
      const page = await viewStore.headersOf(name, asked)()
      if (E.isLeft(page)) return page
      for (const [cohort] of page.right.headers) cohorts.add(cohort)
      after = page.right.headers.at(-1)?.[0]
      more = page.right.more
    }
  }
  return E.right([...cohorts])
}

/** Tries again what stopped the views of some cohorts: this version may know it. */
export const retryParked = async (
  bench: Bench,
  views: ReadonlyArray<KeptView>,
): Promise<E.Either<Failure, void>> => {
  const cohorts = await parkedCohorts(bench.viewStore, views)
  if (E.isLeft(cohorts)) return cohorts
  const headers = await readHeaders(bench.viewStore)(views, cohorts.right)()
  if (E.isLeft(headers)) return headers
  const behind = [...headers.right].map(([cohort, stand]) => ({
    cohort,
    headers: stand,
    records: [],
    atLeast: Infinity,
  }))
  return bringUp(bench)(behind)
}
