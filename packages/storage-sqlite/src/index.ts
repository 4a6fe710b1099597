/** The storage ports on SQLite: events and views in one file, the directory in another. */
export { unsupportedNode } from './supported-node.ts'

export { sqliteDirectory, type SqliteDirectory } from './directory.ts'
export { sqliteEventStore, type Clock, type SqliteEventStore } from './event-store.ts'
export { explainOpenFailure, type NewerSchema, type OpenFailure } from './failure.ts'
export { applyMigrations, pendingMigrations } from './migrations.ts'
export type { Closable, SqliteOptions, SqliteSettings } from './open-database.ts'
export { openSqlite, type OpenSqliteOptions, type Sqlite } from './open-sqlite.ts'
export { directorySchema } from './schema/directory.ts'
export { logSchema } from './schema/log.ts'
export { printMigrations, type Migration, type Schema } from './schema/schema.ts'
export { sqliteViewStore, type SqliteViewStore } from './view-store.ts'
