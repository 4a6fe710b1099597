import type { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'
import { key } from '../text.ts'

type Failure = Port.Misused | Port.Unavailable

/** So many rows go in one statement, or those of one cohort, if they are more. */
const together = 5000

/** Takes a view away, some thousand rows at a time. One that is cut short leaves whole cohorts. O(its rows). */
export const dropping = ({ enter, run, schema, patience }: Connections): Port.ViewStore['drop'] => {
  const statement = `SELECT ${schema}.drop_some($1, $2::integer, $3::integer) AS "isMore"`
  const dropAll = async (view: string): Promise<E.Either<Failure, void>> => {
    for (let isMore = true; isMore;) {
      const answer = await run((ask) =>
        ask<{ isMore: boolean }>(statement, [key(view), together, patience]),
      )
      if (E.isLeft(answer)) return answer
      isMore = answer.right[0]?.isMore === true
    }
    return E.right(undefined)
  }
  return (view) => () => enter(() => dropAll(view))
}
