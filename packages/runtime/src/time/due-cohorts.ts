import type { Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { dueBy } from '../question/due.ts'

/** Rows that are read at a time. */
const limit = 1000

/**
 * The cohorts in which a deadline has passed by then, the earliest first. What is due the cohort itself says, so it
 * matters to no other whether its row can be read.
 */
export const dueCohorts =
  (viewStore: Pick<Port.ViewStore, 'rows'>) =>
  (
    asOf: Values.Instant,
  ): TaskEither<Port.Unavailable | Port.Misused, ReadonlyArray<Values.CohortId>> =>
  async () => {
    const { view, place, between } = dueBy(asOf)
    const cohorts: Array<Values.CohortId> = []
    let after: Port.PlacedRow | undefined
    for (let more = true; more;) {
      const asked = { limit, ...between, ...(after !== undefined && { after }) }
      const page = await viewStore.rows(view.name, place, asked)()
      if (E.isLeft(page)) return page
      for (const { cohort } of page.right.rows) cohorts.push(cohort)
      after = page.right.rows.at(-1)
      more = page.right.more
    }
    return E.right(cohorts)
  }
