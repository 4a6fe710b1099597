import type { Page, PageAsked } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** An answer has more rows than a report reads; it is told and not cut. */
export interface TooManyRows {
  readonly _tag: 'TooManyRows'
  readonly answer: string
  readonly most: number
}

/** A sentence that says what was too long, and what can be done. */
export const explainTooManyRows = ({ answer, most }: TooManyRows): string =>
  `The ${answer} of this cohort has more than ${String(most)} rows; a report reads no more. Report on smaller cohorts.`

/** Far more than the rows of the largest cohort that a report is meant for. */
const mostRows = 200_000

/** Every row of an answer, page by page, up to so many. */
export const everyRow =
  <F, A>(
    answer: string,
    asking: (page: PageAsked) => TaskEither<F, Page<A>>,
    most = mostRows,
  ): TaskEither<F | TooManyRows, ReadonlyArray<A>> =>
  async () => {
    const rows: Array<A> = []
    let asked: PageAsked | undefined = {}
    while (asked !== undefined) {
      const page: E.Either<F, Page<A>> = await asking(asked)()
      if (E.isLeft(page)) return page
      for (const row of page.right.items) rows.push(row)
      if (rows.length > most) return E.left({ _tag: 'TooManyRows', answer, most })
      asked = page.right.next === undefined ? undefined : { after: page.right.next }
    }
    return E.right(rows)
  }
