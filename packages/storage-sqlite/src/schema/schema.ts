/** One step of a schema: what it brings, and the SQL that brings it. */
export interface Migration {
  /** The version of a file after it, from 1, without gaps. */
  readonly version: number
  readonly what: string
  readonly sql: string
}

/** What a kind of file holds. */
export interface Schema {
  readonly what: 'log' | 'directory'
  /** `PRAGMA application_id`: no file of another kind, or of another program, is taken for one of these. */
  readonly applicationId: number
  /** In the order of their versions. What was released once never changes. */
  readonly migrations: ReadonlyArray<Migration>
  /** What else each connection to such a file is set to, as `PRAGMA` takes it. */
  readonly settings: ReadonlyArray<string>
}

/** The newest version that the schema knows. */
export const newest = ({ migrations }: Schema): number => migrations.at(-1)?.version ?? 0

/** Those migrations that a file of this version still needs. */
export const after = ({ migrations }: Schema, version: number): ReadonlyArray<Migration> =>
  migrations.filter((migration) => migration.version > version)

/** Migrations as a script to read. */
export const printMigrations = (migrations: ReadonlyArray<Migration>): string =>
  migrations
    .map(({ version, what, sql }) => `-- ${String(version)}: ${what}\n${sql.trim()}\n`)
    .join('\n')
