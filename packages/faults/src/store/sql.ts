import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Scope } from '../scope.ts'

/** A connection of one's own to a server, beside the adapter. */
export const connected = (url: string, { acquire }: Scope): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url.replace(/#.*$/, '') })
  client.on('error', () => undefined)
  return acquire(
    () => client.connect().then(() => client),
    () => client.end(),
  )
}

/** Whether a server takes connections within a few seconds: one that has just ended a backend does not at once. */
export const isUp = async (url: string): Promise<boolean> => {
  for (let tries = 0; tries < 20; tries += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
    client.on('error', () => undefined)
    const isHere = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (isHere) return true
    await setTimeout(200)
  }
  return false
}
