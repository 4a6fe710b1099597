import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Closable } from './closable.ts'
import { newConnections, type Ask, type Connections } from './connections.ts'
import type { OpenFailure } from './failure.ts'
import { optionFault, settled, type PostgresOptions } from './options.ts'
import { migrate, pending } from './schema/migrate.ts'
import type { Migration, Schema } from './schema/schema.ts'

interface Setting {
  readonly version: number
  readonly encoding: string
  readonly isolation: string
  readonly commit: string
}

const oldest = 14

/** What of a server's set-up would lose something, in a sentence; nothing if all is well. */
const settingFault = ({ version, encoding, isolation, commit }: Setting): string | undefined => {
  if (version < oldest * 10_000)
    return `the server has PostgreSQL ${String(Math.trunc(version / 10_000))}, and this package needs ${String(oldest)} or later`
  if (encoding !== 'UTF8') return `the database is encoded in ${encoding}: make one in UTF8`
  if (isolation !== 'read committed')
    return `default_transaction_isolation is ${isolation}: set it to read committed for this user and database`
  return commit === 'off'
    ? 'synchronous_commit is off, so a crash of the server would lose what was acknowledged: set it to on for this user and database'
    : undefined
}

const checked = async (ask: Ask): Promise<Port.Misused | undefined> => {
  const [setting] = await ask<Setting>(
    `SELECT current_setting('server_version_num')::integer AS version,
       current_setting('server_encoding') AS encoding,
       current_setting('default_transaction_isolation') AS isolation,
       current_setting('synchronous_commit') AS commit`,
  )
  const fault = setting && settingFault(setting)
  return fault === undefined ? undefined : Port.misused(fault)
}

type Answer<A> = Promise<E.Either<OpenFailure, A>>

/** Milliseconds that migrations may take. */
const migrating = 60_000

/** Asks a server that was not asked before. */
const first = async <A>(
  connections: Connections,
  work: (ask: Ask) => Promise<E.Either<OpenFailure, A>>,
): Answer<A> => {
  const answer = await connections.use(async (ask) => {
    const fault = await checked(ask)
    return fault === undefined ? work(ask) : E.left(fault)
  })
  return E.isLeft(answer) ? answer : answer.right
}

/** Brings a schema to the newest version, where it is not. */
const upToDate = async (
  connections: Connections,
  schema: Schema,
  name: string,
): Answer<ReadonlyArray<Migration>> => {
  const looked = await first(connections, (ask) => pending(ask, schema, name))
  if (E.isLeft(looked) || looked.right.length === 0) return looked
  const migrated = await connections.use(
    (ask) => migrate(ask, schema, { name, within: migrating }),
    migrating,
  )
  return E.isLeft(migrated) ? migrated : migrated.right
}

/** What a schema still needs to be one of this kind, or why it cannot be opened as one. Changes nothing. */
export const look =
  (schema: Schema, options: PostgresOptions): TaskEither<OpenFailure, ReadonlyArray<Migration>> =>
  async () => {
    const fault = optionFault(options)
    if (fault !== undefined) return E.left(Port.misused(fault))
    const connections = newConnections(settled(options))
    const looked = await first(connections, (ask) => pending(ask, schema, options.schema))
    await connections.close()
    return looked
  }

/** Opens a schema of a kind, brings it to the newest version, and makes of it what is asked for. */
export const openDatabase =
  <A extends object>(
    schema: Schema,
    options: PostgresOptions,
    make: (connections: Connections) => A,
  ): TaskEither<OpenFailure, A & Closable> =>
  async () => {
    const fault = optionFault(options)
    if (fault !== undefined) return E.left(Port.misused(fault))
    const asked = settled(options)
    const connections = newConnections(asked)
    const migrated = await upToDate(connections, schema, asked.schema)
    if (E.isLeft(migrated)) {
      await connections.close()
      return migrated
    }
    const close: Closable['close'] = async () => E.right(await connections.close())
    return E.right({ ...make(connections), close })
  }
