import { Port } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Ask } from '../connections.ts'
import { newerSchema, type OpenFailure } from '../failure.ts'
import { after, newest, type Migration, type Schema } from './schema.ts'

type Looked = E.Either<OpenFailure, ReadonlyArray<Migration>>

interface Found {
  readonly isThere: boolean
  readonly isOurs: boolean
  readonly isEmpty: boolean
}

const stranger = (name: string, what: Schema['what']): Port.Misused =>
  Port.misused(`the schema ${name} is there, but is no ${what}: name another one`)

/** The migrations that a schema still needs; one that is another's, of another kind, or newer is refused. */
export const pending = async (ask: Ask, schema: Schema, name: string): Promise<Looked> => {
  const [found] = await ask<Found>(
    `SELECT n.oid IS NOT NULL AS "isThere",
       EXISTS (SELECT FROM pg_class WHERE relnamespace = n.oid AND relname = 'reverse_mentoring') AS "isOurs",
       NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = n.oid)
         AND NOT EXISTS (SELECT FROM pg_proc WHERE pronamespace = n.oid) AS "isEmpty"
     FROM (SELECT) AS one LEFT JOIN pg_namespace n ON nspname = $1`,
    [name],
  )
  if (found?.isOurs !== true)
    return found?.isEmpty === true
      ? E.right(schema.migrations)
      : E.left(stranger(name, schema.what))
  const [kept] = await ask<{ what: string; version: number }>(
    `SELECT what, version FROM "${name}".reverse_mentoring`,
  )
  if (kept?.what !== schema.what) return E.left(stranger(name, schema.what))
  const known = newest(schema)
  if (kept.version > known) return E.left(newerSchema(name, kept.version, known))
  return E.right(after(schema, kept.version))
}

const apply = async (
  ask: Ask,
  schema: Schema,
  name: string,
  migrations: ReadonlyArray<Migration>,
): Promise<void> => {
  const [{ isThere } = { isThere: false }] = await ask<Pick<Found, 'isThere'>>(
    'SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1) AS "isThere"',
    [name],
  )
  // Who was given a schema may lack the right to make one.
  if (!isThere) await ask(`CREATE SCHEMA "${name}"`)
  await ask(`SELECT set_config('search_path', $1, true)`, [`"${name}", pg_temp`])
  await ask('CREATE TABLE IF NOT EXISTS reverse_mentoring (what text, version integer)')
  for (const { sql } of migrations) await ask(sql)
  await ask('DELETE FROM reverse_mentoring')
  await ask('INSERT INTO reverse_mentoring (what, version) VALUES ($1, $2)', [
    schema.what,
    newest(schema),
  ])
}

/** Brings a schema to the newest version in one transaction; answers what was applied. */
export const migrate = async (
  ask: Ask,
  schema: Schema,
  { name, within }: { readonly name: string; readonly within: number },
): Promise<Looked> => {
  await ask('BEGIN ISOLATION LEVEL READ COMMITTED')
  for (const timeout of ['lock_timeout', 'statement_timeout'])
    await ask('SELECT set_config($1, $2, true)', [timeout, String(within)])
  await ask(`SELECT pg_advisory_xact_lock(hashtextextended('reverse-mentoring ' || $1, 0))`, [name])
  // Looked at under the lock: another process may have been faster.
  const looked = await pending(ask, schema, name)
  const migrations = E.isRight(looked) ? looked.right : []
  if (migrations.length > 0) await apply(ask, schema, name, migrations)
  await ask('COMMIT')
  return looked
}
