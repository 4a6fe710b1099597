import { spawn, spawnSync } from 'node:child_process'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { account } from './account.ts'
import { freePort } from './free-port.ts'

/** A PgBouncer in front of a server. */
export interface Pooler {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Where the program is, if it is here. */
const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find(
  (path) => spawnSync(path, ['--version'], account()).status === 0,
)

const settings = (server: URL, port: number, users: string): string => `
[databases]
* = host=${server.hostname} port=${server.port || '5432'}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${String(port)}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = transaction
default_pool_size = 2
max_client_conn = 200
`

/** Starts one that gives a server's two connections to whoever has a transaction; answers why, where none can be. */
export const startPooler = async (url: string): Promise<Pooler | string> => {
  if (program === undefined) return 'there is no PgBouncer here'
  const folder = await mkdtemp(join(tmpdir(), 'pooler-'))
  const [file, users] = [join(folder, 'pgbouncer.ini'), join(folder, 'users')]
  const [server, port] = [new URL(url), await freePort()]
  await writeFile(file, settings(server, port, users), { mode: 0o600 })
  await writeFile(users, `"${server.username}" "${server.password}"\n`, { mode: 0o600 })
  const { uid, gid } = account()
  if (uid !== undefined && gid !== undefined)
    for (const path of [folder, file, users]) await chown(path, uid, gid)
  const child = spawn(program, ['--quiet', file], { ...account(), stdio: 'ignore' })
  const ended = new Promise<void>((done) => {
    child.on('close', () => {
      done()
    })
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const front = new URL(url)
  front.hostname = '127.0.0.1'
  front.port = String(port)
  for (let tries = 0; tries < 100; tries += 1) {
    const client = new pg.Client({ connectionString: front.href })
    client.on('error', () => undefined)
    const isUp = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (isUp) return { url: front.href, stop }
    await setTimeout(50)
  }
  await stop()
  return 'PgBouncer did not start'
}
