import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'
import { key } from '../text.ts'

const outcomeOf = (as: Port.Outcome): object => {
  switch (as._tag) {
    case 'Done':
      return {}
    case 'Later':
      return { due: as.due }
    case 'Parked':
      return { because: key(as.because) }
  }
}

/** Settlements of one statement. */
export const settling = ({ use, schema, patience }: Connections): Port.Outbox['settle'] => {
  const statement = `SELECT ${schema}.settle_notices($1::jsonb, $2::integer) AS outdated`
  return (settlements) => async () => {
    const fault = Port.settleFault(settlements)
    if (fault !== undefined) return E.left(fault)
    const ids = settlements.map(({ id }) => id)
    const said = settlements.map(({ id, fence, as }, number) => ({
      ...{ number, id: key(id), fence, as: as._tag },
      ...outcomeOf(as),
    }))
    return use(async (ask) => {
      const [row] = await ask<{ outdated: ReadonlyArray<number> }>(statement, [
        JSON.stringify(said),
        patience,
      ])
      const outdated = new Set(row?.outdated)
      return ids.filter((_, number) => outdated.has(number))
    })
  }
}
