import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../packages/servers/src/postgres.ts'

// For a benchmark: serves a PostgreSQL that syncs, in the folder that is named or among what is temporary. Writes its address,
// or why there is none, and ends with its input.
const [, , base = tmpdir()] = process.argv
const folder = await mkdtemp(join(base, 'postgres-'))
const server = await startServer(folder, { fsync: true }).catch((error) => error.message)
console.log(JSON.stringify(typeof server === 'string' ? { because: server } : { url: server.url }))
process.stdin.resume().once('end', async () => {
  if (typeof server === 'object') await server.stop('fast')
  await rm(folder, { recursive: true, force: true })
})
