/** How servers are asked. */
export interface PostgresSettings {
  /** Milliseconds after which a call is `Unavailable` at the latest, 5000 unless told. */
  readonly deadline?: number
  /** Connections at most, to each database, 4 unless told. */
  readonly connections?: number
}

/** Where one kind of data is kept. */
export interface PostgresPlace {
  /** Where the server is, such as `postgres://user:password@host:5432/database`; it may be a pooler in transaction mode. */
  readonly url: string
  /** The schema that holds it, one per tenant; made if it is not there. */
  readonly schema: string
}

export interface PostgresOptions extends PostgresPlace, PostgresSettings {}

/** Who hears of the appends of other processes. */
export interface Listening {
  /**
   * Where the server itself is, and no pooler in transaction mode: hints of appends of other processes come from there.
   * Without it there are hints of this process's own.
   */
  readonly listen?: string
}

/** Options with nothing left open. */
export interface Settled extends Required<PostgresSettings>, PostgresPlace {}

/** A timer of this platform waits no longer. */
const longest = 2_147_483_647

const isCount = (n: number, least: number, most: number): boolean =>
  Number.isSafeInteger(n) && n >= least && n <= most

/** What is wrong with an address, in a sentence without it: it may hold a password. */
export const urlFault = (name: string, url: unknown): string | undefined =>
  typeof url === 'string' && /^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)
    ? undefined
    : `${name} is an address such as postgres://user:password@host:5432/database`

const SCHEMA = /^[a-z_][a-z0-9_]{0,39}$/

/** What is wrong with how a server is to be asked, in a sentence; nothing if it can be. */
export const optionFault = ({
  url,
  schema,
  deadline = 1,
  connections = 1,
}: PostgresOptions): string | undefined => {
  const fault = urlFault('url', url)
  if (fault !== undefined) return fault
  if (typeof schema !== 'string' || !SCHEMA.test(schema) || schema.startsWith('pg_'))
    return 'a schema is named by at most 40 of the letters a–z, digits and _, does not begin with a digit, and not with pg_'
  if (!isCount(deadline, 1, longest))
    return `deadline is a whole number of milliseconds from 1 to ${String(longest)}`
  return isCount(connections, 1, 1000) ? undefined : 'connections is a whole number from 1 to 1000'
}

/** The same options, and the usual ones where they say nothing; later changes of what was given are of no concern. */
export const settled = ({
  url,
  schema,
  deadline = 5000,
  connections = 4,
}: PostgresOptions): Settled => ({ url, schema, deadline, connections })
