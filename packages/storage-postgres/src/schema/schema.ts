/** One step of a schema: what it brings, and the SQL that brings it. */
export interface Migration {
  /** The version of a schema after it, from 1, without gaps. */
  readonly version: number
  readonly what: string
  /** Names things without their schema: it runs where that one is searched first. */
  readonly sql: string
}

/** What a kind of schema holds. */
export interface Schema {
  readonly what: 'log' | 'directory'
  /** In the order of their versions. What was released once never changes. */
  readonly migrations: ReadonlyArray<Migration>
}

/** The newest version that the schema knows. */
export const newest = ({ migrations }: Schema): number => migrations.at(-1)?.version ?? 0

/** Those migrations that a schema of this version still needs. */
export const after = ({ migrations }: Schema, version: number): ReadonlyArray<Migration> =>
  migrations.filter((migration) => migration.version > version)

/** Migrations as a script to read; it runs where the schema that they are for is searched first. */
export const printMigrations = (migrations: ReadonlyArray<Migration>): string =>
  migrations
    .map(({ version, what, sql }) => `-- ${String(version)}: ${what}\n${sql.trim()}\n`)
    .join('\n')
