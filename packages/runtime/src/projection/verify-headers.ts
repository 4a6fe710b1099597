import { Stored, type Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { bringUp, type Bench } from './bring-up.ts'
import { readHeaders } from './headers.ts'
import type { KeptView } from './kept-view.ts'

type Failure = Port.Unavailable | Port.Misused

/** Whether the log still holds the record that a header stands at. */
const isOfThisLog = async (
  { store }: Bench,
  cohort: Values.CohortId,
  { revision, record }: Port.Header,
): Promise<E.Either<Failure, boolean>> => {
  if (revision === 0) return E.right(true)
  const stream = Stored.cohortStream(cohort)
  const page = await store.readStream(stream, { after: revision - 1, limit: 1 })()
  return E.map(({ records }: Port.StreamPage) => records[0]?.id === record)(page)
}

/** Looks at every header of these views, and makes the rows anew of those that show another log than this one. */
export const verifyHeaders = async (
  bench: Bench,
  views: ReadonlyArray<KeptView>,
): Promise<E.Either<Failure, void>> => {
  const others = new Set<Values.CohortId>()
  for (const { name } of views) {
    let after: Values.CohortId | undefined
    for (let more = true; more;) {
      const asked = { limit: 1000, ...(after !== undefined && { after }) }
      const page = await bench.viewStore.headersOf(name, asked)()
      if (E.isLeft(page)) return page
      for (const [cohort, header] of page.right.headers) {
        const is = await isOfThisLog(bench, cohort, header)
        if (E.isLeft(is)) return is
        if (!is.right) others.add(cohort)
      }
      after = page.right.headers.at(-1)?.[0]
      more = page.right.more
    }
  }
  const cohorts = [...others]
  for (const cohort of cohorts) bench.memory.forget(cohort)
  const headers = await readHeaders(bench.viewStore)(views, cohorts)()
  if (E.isLeft(headers)) return headers
  return bringUp(bench)(
    [...headers.right].map(([cohort, stand]) => ({
      cohort,
      headers: stand,
      records: [],
      atLeast: Infinity,
    })),
  )
}
