import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../packages/servers/src/postgres/start.ts'

/** Milliseconds between two looks whether a test wants a server. */
const pause = 50

/**
 * Around all tests: serves a PostgreSQL to all of them from the moment at which the first one wants it (it makes a file),
 * and ends it after the last. Whoever runs no such test waits for nothing.
 */
export const setup = () => {
  const folder = join(tmpdir(), 'postgres')
  process.env.TEST_POSTGRES = folder
  let serving
  const serve = async () => {
    const server = await startServer(folder, { fsync: false }).catch((error) => error.message)
    const told = typeof server === 'string' ? { because: server } : { url: server.url }
    await writeFile(`${folder}.part`, JSON.stringify(told))
    await rename(`${folder}.part`, `${folder}.told`)
    return server
  }
  const timer = setInterval(() => {
    if (existsSync(`${folder}.wanted`)) serving ??= serve()
  }, pause)
  return async () => {
    clearInterval(timer)
    const server = await serving
    if (typeof server === 'object') await server.stop('immediate')
  }
}
