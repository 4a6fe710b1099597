import type { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Kept } from './closable.ts'
import { erasingIn } from './directory/erase.ts'
import { externalKeysIn } from './directory/external-keys.ts'
import { labelsIn } from './directory/labels.ts'
import { peopleIn } from './directory/people.ts'
import { scrubbing } from './directory/scrub.ts'
import { textsIn } from './directory/texts.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase } from './open-database.ts'
import type { SqliteOptions } from './options.ts'
import { directorySchema } from './schema/directory.ts'

/** A directory in a file. */
export type SqliteDirectory = Port.Directory & Kept

const directoryIn = (database: Database.Database): Port.Directory => {
  // What a crash cut short; where others read the file, `erasing` and `told` come back to it.
  scrubbing(database).tryScrub()
  return {
    ...peopleIn(database),
    ...externalKeysIn(database),
    ...textsIn(database),
    ...labelsIn(database),
    ...erasingIn(database),
  }
}

/** Opens a directory in a file of its own. What is erased is overwritten in the file, and gone from its journal. */
export const sqliteDirectory = (options: SqliteOptions): TaskEither<OpenFailure, SqliteDirectory> =>
  openDatabase(directorySchema, options, directoryIn)
