import type { Port } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Closable } from './closable.ts'
import type { Connections } from './connections.ts'
import { erasingIn } from './directory/erase.ts'
import { externalKeysIn } from './directory/external-keys.ts'
import { labelsIn } from './directory/labels.ts'
import { peopleIn } from './directory/people.ts'
import { textsIn } from './directory/texts.ts'
import type { OpenFailure } from './failure.ts'
import { openDatabase } from './open-database.ts'
import type { PostgresOptions } from './options.ts'
import { directorySchema } from './schema/directory.ts'

/** A directory in a schema of a database. */
export type PostgresDirectory = Port.Directory & Closable

const directoryIn = (connections: Connections): Port.Directory => ({
  ...peopleIn(connections),
  ...externalKeysIn(connections),
  ...textsIn(connections),
  ...labelsIn(connections),
  ...erasingIn(connections),
})

/** Opens a directory in a schema of its own, which may be in another database, and another user's. */
export const postgresDirectory = (
  options: PostgresOptions,
): TaskEither<OpenFailure, PostgresDirectory> => openDatabase(directorySchema, options, directoryIn)
