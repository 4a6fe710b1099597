import type { Scope } from './scope.ts'
import { kurrentStore } from './store/kurrentdb.ts'
import { postgresStore } from './store/postgres.ts'
import { sqliteStore } from './store/sqlite.ts'
import type { Store } from './store/store.ts'

export const storeNames = ['sqlite', 'postgres', 'kurrentdb'] as const
export type StoreName = (typeof storeNames)[number]

/** Opens a store by its name on the command line; or why it cannot be here. */
export const openStore: Readonly<Record<StoreName, (scope: Scope) => Promise<Store | string>>> = {
  sqlite: sqliteStore,
  postgres: postgresStore,
  kurrentdb: kurrentStore,
}

/** What stores are called. */
export const titles: Readonly<Record<StoreName, string>> = {
  ...{ sqlite: 'SQLite', postgres: 'PostgreSQL' },
  kurrentdb:
    (process.env['KURRENTDB_URL'] ?? '') === ''
      ? 'KurrentDB (a server of its protocol)'
      : 'KurrentDB',
}
