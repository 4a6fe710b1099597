import type { Stored } from '@reverse-mentoring/core'
import { schemasAt } from '@reverse-mentoring/servers/ports'
import { below } from '@reverse-mentoring/testing'
import Database from 'better-sqlite3'
import { fileURLToPath } from 'node:url'
import { nothingCounted } from '../audit/counts.ts'
import { within, type Scope } from '../scope.ts'
import { connected } from '../store/sql.ts'
import { newCrew } from '../writer/crew.ts'
import type { Fault } from './fault.ts'
import { keptOf } from './heads.ts'
import { auditAt, counted, newPlace } from './under-load.ts'

/** Which record, and what stands in its place. */
type Altered = Pick<Stored.StoredRecord, 'stream' | 'revision'> & { readonly isReadable: boolean }

/** Another value where one was written, or nothing that is a record. */
const sqlOf = (isReadable: boolean): string => (isReadable ? `replace(record, '2', '3')` : `'{}'`)

const alterFile = (address: string, { stream, revision, isReadable }: Altered): void => {
  const database = new Database(fileURLToPath(new URL('log.sqlite', address)))
  database
    .prepare(`UPDATE event SET record = ${sqlOf(isReadable)} WHERE stream = ? AND revision = ?`)
    .run(stream, revision)
  database.close()
}

const alterTable = (outer: Scope, address: string, altered: Altered): Promise<void> =>
  within(outer, async (scope) => {
    const { stream, revision, isReadable } = altered
    const client = await connected(address, scope)
    await client.query(
      `UPDATE "${schemasAt(address).log}".event SET record = ${sqlOf(isReadable)}
       WHERE stream = $1 AND revision = $2`,
      [stream, revision],
    )
  })

/** Records become others than were written, as on a bad disk: each is named, whether it can still be read or not. */
export const altered: Fault = {
  name: 'altered',
  what: 'acknowledged records become others than were written: each of them is named',
  leftOut: ({ name }) =>
    name === 'KurrentDB' ? 'the log of the server of its protocol is in memory' : undefined,
  run: async ({ store, scope, chance, times, onProgress }) => {
    const address = await newPlace(await store.newAddress())
    const crew = newCrew({ address, size: 2, scope })
    await crew.startAll()
    await crew.goOn()
    const acknowledged = await crew.end()
    const { heads, records } = await keptOf(address)
    // One in each stream: what stands behind another one is held against what is written there, and is named by itself.
    const places = new Map<string, Altered>()
    for (const { stream } of records) {
      if (places.size >= times || places.has(stream)) continue
      const own = records.filter((record) => record.stream === stream)
      const one = own[below(chance, own.length)]
      if (one !== undefined)
        places.set(stream, { stream, revision: one.revision, isReadable: places.size % 2 === 0 })
    }
    for (const place of places.values()) {
      if (store.name === 'SQLite') alterFile(address, place)
      else await alterTable(scope, address, place)
      onProgress(places.size, places.size)
    }
    const unreadable = [...places.keys()].map((stream) => stream.replace(/^cohort-/, ''))
    const findings = await auditAt(address, { acknowledged, heads, unreadable })
    const isNamed = ({ stream, revision }: Altered): boolean =>
      findings.places.some((place) => place.stream === stream && place.revision === revision)
    const injected = places.size
    return {
      ...nothingCounted,
      ...counted(findings, injected, crew),
      ...{ damaged: injected, named: [...places.values()].filter(isNamed).length },
    }
  },
}
