import { below, type Chance } from '@reverse-mentoring/testing'
import type { Server } from '@reverse-mentoring/servers/postgres'
import { cp, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Acknowledged } from '../audit/audit.ts'
import { nothingCounted, plus, type Counts } from '../audit/counts.ts'
import { within, type Scope } from '../scope.ts'
import { addressOf, newFolder } from '../store/folder.ts'
import { newSchemas, newServer } from '../store/postgres.ts'
import { connected } from '../store/sql.ts'
import { newCrew } from '../writer/crew.ts'
import type { Bench, Fault } from './fault.ts'
import { keptOf, type Kept } from './heads.ts'
import { takeLater, tear, tears, zeroFrom } from './tearing.ts'
import { auditAt, newPlace, withPorts } from './under-load.ts'

/** How damage came to light: as it was opened, or when it was held against heads that were kept apart. */
type Noticed = 'at the opening' | 'by heads that were kept apart'

const noticedSo = (noticed: Noticed): Pick<Counts, 'named' | 'notes'> => ({
  ...{ named: 1, notes: [`torn journal noticed ${noticed} (1)`] },
})

/** Whether the log still holds all that it held. */
const isWhole = async (address: string, { records }: Kept): Promise<boolean> => {
  const { records: left } = await keptOf(address)
  const ids = new Set(left.map(({ id }) => id))
  return records.every(({ id }) => ids.has(id))
}

/** Reads what a torn journal left, and counts whether what is missing is named. */
export const afterTear = async (
  address: string,
  kept: Kept,
  acknowledged: ReadonlyArray<Acknowledged>,
): Promise<Counts> => {
  const one = { ...nothingCounted, injected: 1, acknowledged: acknowledged.length }
  const opened = await withPorts(address, () => Promise.resolve(true)).catch(() => false)
  if (!opened) return { ...one, damaged: 1, ...noticedSo('at the opening') }
  if (await isWhole(address, kept)) return one
  const { heads } = kept
  const { places, ...found } = await auditAt(address, { acknowledged, heads })
  const isNamed = places.length > 0 && found.lost + found.gaps === 0
  return {
    ...{ ...one, ...found, damaged: 1 },
    ...(isNamed && noticedSo('by heads that were kept apart')),
  }
}

/** Everything that was acknowledged stood there before the tear, or the tear shows nothing. */
const assertStood = ({ records }: Kept, acknowledged: ReadonlyArray<Acknowledged>): void => {
  const stood = new Set(records.map(({ meta }) => meta.command as string))
  const missing = acknowledged.filter(({ command }) => !stood.has(command)).length
  if (missing > 0) throw new Error(`${String(missing)} acknowledged commands were missing before`)
}

/** One writer, killed, with its journal as it stands then. */
const written = async (address: string, scope: Scope): Promise<ReadonlyArray<Acknowledged>> => {
  const crew = newCrew({ address, size: 1, scope })
  await crew.startAll()
  await crew.goOn()
  await crew.goOn()
  return crew.kill()
}

const tornFiles = async (scope: Scope, chance: Chance): Promise<Counts> => {
  const folder = await newFolder(scope)
  const address = await newPlace(addressOf(folder))
  const acknowledged = await written(address, scope)
  // Who opens the files and closes them again takes the journal away: what stands there is read in a copy.
  const copy = await newFolder(scope)
  await cp(folder, copy, { recursive: true })
  const kept = await keptOf(addressOf(copy))
  assertStood(kept, acknowledged)
  const journal = fileURLToPath(new URL('log.sqlite-wal', address))
  const { size } = await stat(journal)
  await tear(journal, below(chance, size), tears[below(chance, tears.length)] ?? 'cut')
  return afterTear(address, kept, acknowledged)
}

const tornServer = async (scope: Scope, chance: Chance, server: Server): Promise<Counts> => {
  const address = await newPlace(newSchemas(server.url))
  const before = await within(scope, async (inner) => {
    const client = await connected(server.url, inner)
    await client.query('CHECKPOINT')
    const { rows } = await client.query<{ readonly at: string }>(
      `SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS at`,
    )
    return rows[0]?.at
  })
  const acknowledged = await written(address, scope)
  const kept = await keptOf(address)
  assertStood(kept, acknowledged)
  const file = await within(scope, async (inner) => {
    const client = await connected(server.url, inner)
    const { rows } = await client.query<{ readonly name: string; readonly at: string }>(
      `WITH ends AS (SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint AS last),
            place AS (SELECT '0/0'::pg_lsn + ($1::bigint + floor((last - $1::bigint) * $2::float8)::bigint) AS at FROM ends)
       SELECT file_name AS name, file_offset AS at FROM place, pg_walfile_name_offset(place.at)`,
      [before, chance()],
    )
    return rows[0]
  })
  await server.stop('immediate')
  const journal = join(server.data, 'pg_wal', file?.name ?? '')
  await zeroFrom(journal, Number(file?.at))
  await takeLater(journal)
  try {
    await server.start()
  } catch {
    const [noticed, count] = [noticedSo('at the opening'), { acknowledged: acknowledged.length }]
    return { ...nothingCounted, injected: 1, ...count, damaged: 1, ...noticed }
  }
  return afterTear(address, kept, acknowledged)
}

const onServer = async (scope: Scope, chance: Chance): Promise<Counts | string> => {
  const server = await newServer(scope)
  return typeof server === 'string' ? server : tornServer(scope, chance, server)
}

/** One tear, in a place of its own: what was torn may not be written to any more. */
const tornOnce = ({ store, chance }: Bench, scope: Scope): Promise<Counts | string> => {
  switch (store.name) {
    case 'SQLite':
      return tornFiles(scope, chance)
    case 'PostgreSQL':
      return onServer(scope, chance)
    case 'KurrentDB':
      return Promise.resolve('the log of the server of its protocol is in memory')
  }
}

/** A journal that lacks its end, or a part of it, though that was acknowledged: what is missing has to be named. */
export const torn: Fault = {
  name: 'torn',
  what: 'the journal (WAL) of what was acknowledged is cut or damaged: what is missing is named',
  leftOut: ({ name }) =>
    name === 'KurrentDB' ? 'the log of the server of its protocol is in memory' : undefined,
  run: async (bench) => {
    let counts = nothingCounted
    for (let time = 1; time <= bench.times; time += 1) {
      const once = await within(bench.scope, (scope) => tornOnce(bench, scope))
      if (typeof once === 'string') return once
      counts = plus(counts, once)
      bench.onProgress(time, bench.times)
    }
    return counts
  },
}
