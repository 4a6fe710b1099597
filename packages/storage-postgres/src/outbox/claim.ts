import { Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'

interface Answer {
  readonly notices: ReadonlyArray<Port.NoticeRow>
  readonly next: Values.Instant | null
}

/** Claims of one statement each. */
export const claiming = ({ use, schema, patience }: Connections): Port.Outbox['claim'] => {
  const statement = `SELECT ${schema}.claim_notices($1, $2, $3::integer, $4::integer) AS claimed`
  return (asked) => async () => {
    const fault = Port.claimFault(asked)
    if (fault !== undefined) return E.left(fault)
    const given = [asked.now, asked.until, Math.min(asked.limit, most), patience]
    return use(async (ask): Promise<Port.Claimed> => {
      const [row] = await ask<{ claimed: Answer }>(statement, given)
      const { notices = [], next = null } = row?.claimed ?? {}
      return { notices: notices.map(Port.noticeOf), ...(next !== null && { next }) }
    })
  }
}

/** The largest `integer`. */
const most = 2_147_483_647
