import { schemasAt } from '@reverse-mentoring/servers/ports'
import Database from 'better-sqlite3'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { within, type Scope } from '../scope.ts'
import { connected } from '../store/sql.ts'
import type { PostgresStore, SqliteStore } from '../store/store.ts'
import type { Bench, Fault } from './fault.ts'
import { underLoad } from './under-load.ts'

/**
 * Takes what an append takes, in the other order, so that neither can go on: the server breaks it by ending the append,
 * for this transaction would wait longer.
 */
const lockCrosswise = (outer: Scope, address: string): Promise<void> =>
  within(outer, async (scope) => {
    const { log } = schemasAt(address)
    const client = await connected(address, scope)
    await client.query(`SET deadlock_timeout = '10s'; SET search_path = "${log}"; BEGIN`)
    await client.query('LOCK TABLE event IN SHARE MODE')
    await setTimeout(100)
    await client.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('reverse-mentoring log ' || current_schema(), 0))`,
    )
    await client.query('COMMIT')
  })

const deadlocks = (bench: Bench, { server, newAddress }: PostgresStore) =>
  within(bench.scope, async (scope) => {
    const counting = await connected(server.url, scope)
    const count = async (): Promise<number> => {
      const { rows } = await counting.query<{ readonly n: string }>(
        'SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()',
      )
      return Number(rows[0]?.n)
    }
    await counting.query(`ALTER DATABASE postgres SET deadlock_timeout = '200ms'`)
    const before = await count()
    const address = await newAddress()
    return underLoad(bench, address, {}, async (crew) => {
      for (let time = 1; time <= bench.times; time += 1) {
        await crew.goOn()
        await lockCrosswise(scope, address)
        bench.onProgress(time, bench.times)
      }
      // The server tells its figures once a second.
      for (let tries = 0; tries < 100 && (await count()) - before < bench.times; tries += 1)
        await setTimeout(50)
      return (await count()) - before
    })
  })

/** Milliseconds that the lock is kept: longer than a writer waits for it. */
const kept = 1300

const keptLocks = async (bench: Bench, { newAddress }: SqliteStore) => {
  const address = await newAddress()
  return underLoad(bench, address, {}, async (crew) => {
    for (let time = 1; time <= bench.times; time += 1) {
      await crew.goOn()
      const name = time % 3 === 0 ? 'directory.sqlite' : 'log.sqlite'
      const other = new Database(fileURLToPath(new URL(name, address)), { timeout: 5000 })
      other.exec('BEGIN IMMEDIATE')
      await setTimeout(kept)
      other.exec('ROLLBACK')
      other.close()
      bench.onProgress(time, bench.times)
    }
    return bench.times
  })
}

/** Two transactions that wait for each other; where there is one lock only, one that is kept for too long. */
export const deadlock: Fault = {
  name: 'deadlock',
  what: 'a deadlock that the server breaks; on SQLite, which has one lock, one that is kept too long',
  leftOut: ({ name }) => (name === 'KurrentDB' ? 'it has no locks' : undefined),
  run: async (bench) => {
    const { store } = bench
    if (store.name === 'KurrentDB') return 'it has no locks'
    return store.name === 'PostgreSQL' ? deadlocks(bench, store) : keptLocks(bench, store)
  },
}
