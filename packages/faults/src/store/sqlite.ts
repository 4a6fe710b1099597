import type { Scope } from '../scope.ts'
import { addressOf, newFolder } from './folder.ts'
import type { SqliteStore } from './store.ts'

/** Two files in a folder. */
export const sqliteStore = (scope: Scope): Promise<SqliteStore> =>
  Promise.resolve({
    name: 'SQLite',
    newAddress: async () => addressOf(await newFolder(scope)),
  })
