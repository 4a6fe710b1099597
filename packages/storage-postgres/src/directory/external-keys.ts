import { Port, type Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Connections } from '../connections.ts'

interface Row {
  readonly key: Values.Digest
  readonly participant: Values.ParticipantId | null
}

const holders = (rows: ReadonlyArray<Row>): Port.KeyHolders =>
  new Map(rows.map(({ key, participant }) => [key, participant ?? undefined]))

/** What people are called elsewhere. */
export const externalKeysIn = ({
  use,
  schema,
  patience,
}: Connections): Pick<Port.Directory, 'takeKeys' | 'findKeys'> => {
  const take = `SELECT key, participant FROM ${schema}.take_keys($1::jsonb, $2::integer)`
  const find = `SELECT key, participant FROM ${schema}.external_key WHERE key = ANY ($1::text[])`
  return {
    takeKeys: (keys) => async () => {
      const asked = Port.readKeys(keys)
      if (E.isLeft(asked)) return asked
      const each = JSON.stringify(asked.right.map(({ key, participant }) => [key, participant]))
      return use(async (ask) => holders(await ask<Row>(take, [each, patience])))
    },
    findKeys: (keys) => () => use(async (ask) => holders(await ask<Row>(find, [keys]))),
  }
}
