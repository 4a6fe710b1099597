import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'

type Failure = Port.Misused | Port.Unavailable

/** So many ids go in one statement. */
const together = 5000

/** Sweeps some thousand ids at a time, so that others get their turn. O(what goes). */
export const sweeping = ({ enter, run, schema, patience }: Connections): Port.Outbox['sweep'] => {
  const statement = `SELECT ${schema}.sweep_some_notices($1, $2::integer, $3::integer) AS "isMore"`
  const sweepAll = async (before: string): Promise<E.Either<Failure, void>> => {
    for (let isMore = true; isMore;) {
      const answer = await run((ask) =>
        ask<{ isMore: boolean }>(statement, [before, together, patience]),
      )
      if (E.isLeft(answer)) return answer
      isMore = answer.right[0]?.isMore === true
    }
    return E.right(undefined)
  }
  return (before) => async () => {
    const fault = Port.instantFault(before)
    return fault === undefined ? enter(() => sweepAll(before)) : E.left(fault)
  }
}
