import { Port } from '@reverse-mentoring/core'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { closing } from './attempt.ts'
import { backingUp } from './backup/back-up.ts'
import type { Kept } from './closable.ts'
import { failureOf, isBusy, isReadOnly } from './defect.ts'
import type { OpenFailure } from './failure.ts'
import { keep } from './keeping.ts'
import { lookAt } from './look.ts'
import { defaultTimeout, optionFault, type SqliteOptions } from './options.ts'
import { migrate } from './schema/migrate.ts'
import type { Migration, Schema } from './schema/schema.ts'

interface Opening {
  readonly schema: Schema
  readonly file: string
  readonly synchronous: 'FULL' | 'NORMAL'
}

/** Sets a connection up. A file that may only be read stays in the journal mode in which it is. */
const set = (database: Database.Database, { schema, synchronous }: Opening): void => {
  try {
    database.pragma('journal_mode = WAL')
  } catch (defect) {
    if (!isReadOnly(defect)) throw defect
  }
  const settings = [`synchronous = ${synchronous}`, 'foreign_keys = ON', ...schema.settings]
  for (const setting of settings) database.pragma(setting)
}

/** Opens the file and brings it to the newest schema. Throws what the driver throws, with nothing left open. */
const openOnce = (opening: Opening): E.Either<OpenFailure, Database.Database> => {
  const looked = lookAt(opening.schema, opening.file)
  if (E.isLeft(looked)) return looked
  // Who waits for another process waits between turns, and not within SQLite.
  const database = new Database(opening.file, { timeout: 0 })
  try {
    set(database, opening)
    const migrated = migrate(database, opening.schema)
    if (E.isRight(migrated)) return E.right(database)
    database.close()
    return migrated
  } catch (defect) {
    database.close()
    throw defect
  }
}

/** Milliseconds between two tries. */
const pause = 10

/** Tries until others are no longer at the same file, or for so many milliseconds; whatever is thrown is a failure. */
const untilFree = async <A>(
  file: string,
  patience: number,
  tried: () => E.Either<OpenFailure, A>,
): Promise<E.Either<OpenFailure, A>> => {
  for (const end = performance.now() + patience; ;) {
    try {
      return tried()
    } catch (defect) {
      if (!isBusy(defect) || performance.now() >= end) {
        const failure = failureOf(defect)
        return E.left({ ...failure, reason: `${file}: ${failure.reason}` })
      }
      await setTimeout(pause)
    }
  }
}

/** What a file still needs to be one of this schema, or why it cannot be opened as one. Changes nothing. */
export const look =
  (schema: Schema, options: SqliteOptions): TaskEither<OpenFailure, ReadonlyArray<Migration>> =>
  async () => {
    const fault = optionFault(options)
    if (fault !== undefined) return E.left(Port.misused(fault))
    const { file, busyTimeout = defaultTimeout } = options
    return untilFree(file, busyTimeout, () => lookAt(schema, resolve(file)))
  }

/** Opens a file of a schema, and makes of it what is asked for; after a failure the file is closed. */
export const openDatabase =
  <A>(
    schema: Schema,
    options: SqliteOptions,
    make: (database: Database.Database) => A,
  ): TaskEither<OpenFailure, A & Kept> =>
  async () => {
    const fault = optionFault(options)
    if (fault !== undefined) return E.left(Port.misused(fault))
    const { file, synchronous = 'FULL', busyTimeout = defaultTimeout } = options
    return untilFree(file, busyTimeout, () => {
      const opened = openOnce({ schema, file: resolve(file), synchronous })
      if (E.isLeft(opened)) return opened
      const database = opened.right
      keep(database, busyTimeout)
      try {
        return E.right({
          ...make(database),
          close: closing(database),
          backup: backingUp(database, schema),
        })
      } catch (defect) {
        database.close()
        throw defect
      }
    })
  }
