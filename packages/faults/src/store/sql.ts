import pg from 'pg'
import type { Scope } from '../scope.ts'

/** A connection of one's own to a server, beside the adapter. */
export const connected = async (url: string, { defer }: Scope): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url.replace(/#.*$/, '') })
  client.on('error', () => undefined)
  await client.connect()
  defer(() => client.end())
  return client
}
