import type { Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { KeptView } from './kept-view.ts'

/** The headers of one cohort, by view. */
export type Headers = ReadonlyMap<KeptView, Port.Header | undefined>

/** The headers of these views of these cohorts, in one asking. */
export const readHeaders =
  (viewStore: Pick<Port.ViewStore, 'headers'>) =>
  (
    views: ReadonlyArray<KeptView>,
    cohorts: ReadonlyArray<Values.CohortId>,
  ): TaskEither<Port.Misused | Port.Unavailable, ReadonlyMap<Values.CohortId, Headers>> =>
  async () => {
    const of = cohorts.flatMap((cohort) => views.map(({ name }) => ({ view: name, cohort })))
    const answer = of.length === 0 ? E.right([]) : await viewStore.headers(of)()
    if (E.isLeft(answer)) return answer
    return E.right(
      new Map(
        cohorts.map((cohort, i) => [
          cohort,
          new Map(views.map((view, j) => [view, answer.right[i * views.length + j]])),
        ]),
      ),
    )
  }

/** A cohort, and the header that a view of it has. */
export type Headed = readonly [cohort: Values.CohortId, header: Port.Header]

/** Headers that are read at a time. */
const limit = 1000

/** All headers of a view, or those that are parked. O(cohorts). */
export const everyHeader =
  (viewStore: Pick<Port.ViewStore, 'headersOf'>) =>
  (
    view: string,
    which: { readonly parked?: true } = {},
  ): TaskEither<Port.Misused | Port.Unavailable, ReadonlyArray<Headed>> =>
  async () => {
    const all: Array<Headed> = []
    let after: Values.CohortId | undefined
    for (let more = true; more;) {
      const asked = { limit, ...which, ...(after !== undefined && { after }) }
      const page = await viewStore.headersOf(view, asked)()
      if (E.isLeft(page)) return page
      for (const headed of page.right.headers) all.push(headed)
      after = all.at(-1)?.[0]
      more = page.right.more
    }
    return E.right(all)
  }
