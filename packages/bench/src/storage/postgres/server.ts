import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** A server for as long as it is measured. */
export interface Server {
  readonly url: string
  readonly stop: () => Promise<void>
}

const program = fileURLToPath(new URL('../../../../../.ci/serve-postgres.js', import.meta.url))

type Told = { readonly url: string } | { readonly because: string }

/** Starts one on this machine that syncs every commit; in a folder, if one is named. */
export const startServer = async (...folder: ReadonlyArray<string>): Promise<Server | string> => {
  process.stderr.write('storage: starting a PostgreSQL …\n')
  const child = spawn(process.execPath, [program, ...folder], { stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as Told
    const stop = async (): Promise<void> => {
      child.stdin.end()
      await ended
    }
    if ('url' in told) return { url: told.url, stop }
    await stop()
    return told.because
  }
  return 'none could be started'
}

/** What a server answers to its settings. */
const isDurable = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ fsync: string; commit: string }>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`,
  )
  await client.end()
  return rows[0]?.fsync === 'on' && rows[0].commit !== 'off'
}

const given = process.env['DATABASE_URL'] ?? ''

/** Whether a server was named. */
export const isGiven = given !== ''

/** The server that `DATABASE_URL` names, or one that is started; or why there is none on which to measure. */
export const openServer = async (): Promise<Server | string> => {
  const server = isGiven ? { url: given, stop: () => Promise.resolve() } : await startServer()
  if (typeof server === 'string' || (await isDurable(server.url))) return server
  await server.stop()
  return 'the server does not sync what it acknowledges'
}
