/** The storage ports on PostgreSQL: events, views and notices in one schema, the directory in another, or elsewhere. */
export type { Closable } from './closable.ts'
export { postgresDirectory, type PostgresDirectory } from './directory.ts'
export { postgresEventStore, type PostgresEventStore } from './event-store.ts'
export { explainOpenFailure, type NewerSchema, type OpenFailure } from './failure.ts'
export { applyMigrations, pendingMigrations } from './migrations.ts'
export {
  openPostgres,
  type OpenPostgresOptions,
  type Postgres,
  type PostgresPlaces,
} from './open-postgres.ts'
export type { Listening, PostgresOptions, PostgresPlace, PostgresSettings } from './options.ts'
export { postgresOutbox, type PostgresOutbox } from './outbox.ts'
export { directorySchema } from './schema/directory.ts'
export { logSchema } from './schema/log.ts'
export { printMigrations, type Migration, type Schema } from './schema/schema.ts'
export { postgresViewStore, type PostgresViewStore } from './view-store.ts'
