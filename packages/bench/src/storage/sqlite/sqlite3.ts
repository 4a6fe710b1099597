import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const resolve = (name: string, from = import.meta.url): string => createRequire(from).resolve(name)

const ran = (program: string, args: ReadonlyArray<string>, cwd?: string): boolean =>
  spawnSync(program, args, { stdio: 'ignore', cwd, timeout: 300_000 }).status === 0

/** What the package says to its own compiler. */
const defines = [
  ...['SQLITE_THREADSAFE=1', 'HAVE_USLEEP=1', 'SQLITE_ENABLE_FTS3', 'SQLITE_ENABLE_FTS4'],
  ...['SQLITE_ENABLE_FTS5', 'SQLITE_ENABLE_RTREE', 'SQLITE_ENABLE_DBSTAT_VTAB=1'],
  ...['SQLITE_ENABLE_MATH_FUNCTIONS', '_REENTRANT=1', 'NDEBUG', 'NAPI_VERSION=6'],
  ...['NAPI_DISABLE_CPP_EXCEPTIONS=1'],
].map((name) => `-D${name}`)

/** The headers of the Node that runs the package manager; they fit any other one. */
const nodeHeaders = (): string | undefined =>
  [process.env['npm_node_execpath'], process.execPath]
    .map((program) => join(dirname(dirname(program ?? '/')), 'include', 'node'))
    .find((folder) => existsSync(join(folder, 'node_api.h')))

/** Compiles the source that is in the package; about a minute. */
const compiles = (root: string, library: string, folder: string): boolean => {
  const headers = nodeHeaders()
  const archive = readdirSync(join(root, 'deps')).find((name) => name.endsWith('.tar.gz'))
  if (headers === undefined || archive === undefined) return false
  if (!ran('tar', ['-xzf', join(root, 'deps', archive), '-C', folder])) return false
  const source = join(folder, archive.replace('.tar.gz', ''))
  const [object, made] = [join(folder, 'sqlite3.o'), join(folder, 'node_sqlite3.node')]
  const addon = dirname(resolve('node-addon-api', join(root, 'package.json')))
  const included = [source, headers, addon].map((path) => `-I${path}`)
  const sources = ['backup', 'database', 'node_sqlite3', 'statement'].map((name) =>
    join(root, 'src', `${name}.cc`),
  )
  const flags = ['-O3', '-fPIC', ...defines]
  const late = process.platform === 'darwin' ? ['-undefined', 'dynamic_lookup'] : []
  const linking = ['-shared', ...late, ...included, ...sources, object, '-lpthread', '-o', made]
  const isMade =
    ran('gcc', ['-c', ...flags, join(source, 'sqlite3.c'), '-o', object]) &&
    ran('g++', ['-std=c++17', ...flags, ...linking])
  if (!isMade) return false
  mkdirSync(dirname(library), { recursive: true })
  // Into its place in one step: another run never loads half of it.
  const part = `${library}.${String(process.pid)}`
  cpSync(made, part)
  renameSync(part, library)
  return true
}

/**
 * Whether the driver of Emmett can be loaded. Nothing native is built when the workspace is installed, so it is fetched or
 * built by whoever measures first, to where it looks for itself.
 */
export const hasSqlite3 = (): boolean => {
  const root = dirname(resolve('sqlite3/package.json'))
  const library = join(root, 'build', 'Release', 'node_sqlite3.node')
  if (existsSync(library)) return true
  process.stderr.write('storage: fetching or building the driver sqlite3, once …\n')
  const fetching = resolve('prebuild-install/bin.js', join(root, 'package.json'))
  if (ran(process.execPath, [fetching, '-r', 'napi'], root) && existsSync(library)) return true
  const folder = mkdtempSync(join(tmpdir(), 'sqlite3-'))
  try {
    return compiles(root, library, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
