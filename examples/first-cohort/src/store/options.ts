import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { Store } from './store.ts'

/** What was said on the command line of where a run is kept. */
export interface StoreOptions {
  readonly store?: string
  readonly schema?: string
}

/** Gives a command the options of where a run is kept. */
export const withStore = (command: Command): Command =>
  command
    .option('--store <address>', 'a PostgreSQL, in place of files in the folder')
    .option('--schema <name>', 'with --store: where (default: first_cohort)')

export const storeHelp = `
--store takes postgres://user@host:5432/database; a password is best given in
  PGPASSWORD. The history goes to the schema, names and addresses to another one
  with _people at its end.`

/** So that the name of the schema of people is not too long either. */
const SCHEMA = /^(?!pg_)[a-z_][a-z0-9_]{0,32}$/

/** Whether it is an address, and no part of a password would be taken for one of where the server is. */
const isAddress = (url: string): boolean => {
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) return false
  const { pathname, search, hash } = new URL(url)
  return hash === '' && !`${pathname}${search}`.includes('@')
}

/** Where a run is kept, or what is wrong with how that was said: without the address, for it may hold a password. */
export const checkStore = (
  { store: url, schema }: StoreOptions,
  folder: string,
): E.Either<string, Store> => {
  if (url === undefined)
    return schema === undefined
      ? E.right({ _tag: 'Files', folder })
      : E.left('--schema goes with --store.')
  if (!isAddress(url))
    return E.left(
      '--store takes an address such as postgres://user@host:5432/database, with %40 for an @ and %2F for a / within a name or password.',
    )
  const name = schema ?? 'first_cohort'
  if (!SCHEMA.test(name))
    return E.left(
      '--schema takes at most 33 of the letters a–z, digits and _, no digit and no pg_ at its beginning.',
    )
  return E.right({ _tag: 'Postgres', url, schema: name })
}
