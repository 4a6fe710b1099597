import * as Postgres from '@reverse-mentoring/storage-postgres'
import * as Sqlite from '@reverse-mentoring/storage-sqlite'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { join } from 'node:path'
import type { Ports } from '../ports.ts'
import { askedWrongly, failed, type Stop } from '../stop.ts'
import { wrapped } from '../wording.ts'
import { peopleSchema, type Store } from './store.ts'

type OnServer = Extract<Store, { readonly _tag: 'Postgres' }>

const placesOf = ({ url, schema }: OnServer) => ({
  log: { url, schema },
  directory: { url, schema: peopleSchema(schema) },
})

/** Why a server cannot be used, and how to mend it; nothing of the address is told. */
const refusedBy =
  ({ schema }: OnServer) =>
  (failure: Postgres.OpenFailure): Stop => {
    const said = Postgres.explainOpenFailure(failure)
    const schemas = `${schema} and ${peopleSchema(schema)}`
    const right = said.includes('42501')
      ? ` Grant it CREATE on the database, or make the schemas ${schemas} for it, empty and its own.`
      : ''
    const text = wrapped(`--store: ${said}.${right}`)
    return failure._tag === 'Unavailable' ? failed(text) : askedWrongly(text)
  }

/** Whether a run could be kept there, as far as it can be told without changing anything. */
export const lookAtStore = (store: Store): TE.TaskEither<Stop, void> => {
  if (store._tag === 'Files') return TE.right(undefined)
  const { log, directory } = placesOf(store)
  return pipe(
    Postgres.pendingMigrations(Postgres.logSchema, log),
    TE.flatMap(() => Postgres.pendingMigrations(Postgres.directorySchema, directory)),
    TE.bimap(refusedBy(store), () => undefined),
  )
}

/** Opens where a run is kept: the history with its views, and the directory apart from it. */
export const openStore = (store: Store): TE.TaskEither<Stop, Ports> =>
  store._tag === 'Files'
    ? pipe(
        Sqlite.openSqlite({
          log: join(store.folder, 'cohort.sqlite'),
          directory: join(store.folder, 'directory.sqlite'),
        }),
        TE.mapLeft((failure) => failed(Sqlite.explainOpenFailure(failure))),
      )
    : pipe(Postgres.openPostgres(placesOf(store)), TE.mapLeft(refusedBy(store)))
