import { Port, type Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { changingWith, reading } from '../attempt.ts'
import { erasedIn } from './gone.ts'

interface Row {
  readonly key: Values.Digest
  readonly participant: Values.ParticipantId | null
}

/** What people are called elsewhere. */
export const externalKeysIn = (
  database: Database.Database,
): Pick<Port.Directory, 'takeKeys' | 'findKeys'> => {
  const take = database.prepare<[string, string]>(
    'INSERT INTO external_key (key, participant) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const find = database.prepare<[string], Row>(
    'SELECT key, participant FROM external_key WHERE key IN (SELECT value FROM json_each(?))',
  )
  const erased = erasedIn(database)
  const found = (keys: ReadonlyArray<string>): Port.KeyHolders =>
    new Map(
      find.all(JSON.stringify(keys)).map(({ key, participant }) => [key, participant ?? undefined]),
    )
  const takeAll = database.transaction((keys: ReadonlyArray<Port.ExternalKey>): Port.KeyHolders => {
    for (const { key, participant } of keys)
      if (!erased.has(participant)) take.run(key, participant)
    return found(keys.map(({ key }) => key))
  }).immediate

  return {
    takeKeys: (keys) =>
      changingWith(
        database,
        () => Port.readKeys(keys),
        (read) => E.right(takeAll(read)),
      ),
    findKeys: (keys) => reading(database, () => found(keys)),
  }
}
