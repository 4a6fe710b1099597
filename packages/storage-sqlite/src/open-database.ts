import { Port } from '@reverse-mentoring/core'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { attempt } from './attempt.ts'
import type { Closable } from './closable.ts'
import { failureOf, isBusy } from './defect.ts'
import type { OpenFailure } from './failure.ts'
import { optionFault, type SqliteOptions } from './options.ts'
import { migrate, pending } from './schema/migrate.ts'
import type { Schema } from './schema/schema.ts'
import { rememberFiles } from './standing.ts'

const prepare = (
  database: Database.Database,
  schema: Schema,
  synchronous: 'FULL' | 'NORMAL',
): E.Either<OpenFailure, unknown> => {
  const looked = pending(database, schema)
  if (E.isLeft(looked)) return looked
  const settings = ['journal_mode = WAL', `synchronous = ${synchronous}`, 'foreign_keys = ON']
  for (const setting of [...settings, ...schema.settings]) database.pragma(setting)
  return migrate(database, schema)
}

/** Milliseconds between two tries. */
const pause = 10

interface Opening {
  readonly schema: Schema
  readonly file: string
  readonly synchronous: 'FULL' | 'NORMAL'
  readonly timeout: number
}

/** For now, for others are at the same file. */
interface Busy {
  readonly busy: OpenFailure
}

const openOnce = <A>(
  { schema, file, synchronous, timeout }: Opening,
  make: (database: Database.Database) => A,
): E.Either<OpenFailure | Busy, A & Closable> => {
  let database: Database.Database | undefined
  try {
    const opened = new Database(file, { timeout })
    database = opened
    const prepared = prepare(opened, schema, synchronous)
    if (E.isRight(prepared)) {
      rememberFiles(opened)
      const close = attempt(opened, () => void opened.close())
      return E.right({ ...make(opened), close })
    }
    database.close()
    return prepared
  } catch (defect) {
    database?.close()
    const failure = failureOf(defect)
    return E.left(isBusy(defect) ? { busy: failure } : failure)
  }
}

/** Why there can be no file at a path, if there cannot. */
const misplacedAt = (file: string): string | undefined => {
  const folder = dirname(file)
  if (!existsSync(folder)) return `the folder ${folder} is not there: make it first`
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? `${file} is a folder: give a file in it` : undefined
}

/** Opens a file of a schema, and makes of it what is asked for; after a failure the file is closed. */
export const openDatabase =
  <A>(
    schema: Schema,
    options: SqliteOptions,
    make: (database: Database.Database) => A,
  ): TaskEither<OpenFailure, A & Closable> =>
  async () => {
    const fault = optionFault(options)
    if (fault !== undefined) return E.left(Port.misused(fault))
    const { file, synchronous = 'FULL', busyTimeout: timeout = 5000 } = options
    const opening = { schema, file: resolve(file), synchronous, timeout }
    const misplaced = misplacedAt(opening.file)
    if (misplaced !== undefined) return E.left(Port.misused(misplaced))
    // SQLite waits for who writes, but not for who turns the journal on.
    for (const end = performance.now() + timeout; ;) {
      const opened = openOnce(opening, make)
      if (E.isRight(opened)) return opened
      if (!('busy' in opened.left)) return E.left(opened.left)
      if (performance.now() >= end) return E.left(opened.left.busy)
      await setTimeout(pause)
    }
  }
