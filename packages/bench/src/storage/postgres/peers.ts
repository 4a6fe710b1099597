import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { chdir, cwd, env } from 'node:process'
import { createRequire } from 'node:module'
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql'
import type * as Act from '@rotorsoft/act-pg'
import { newPeerEvent } from '../peer-events.ts'

/** What is measured of another library. */
export interface Peer {
  readonly append: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Emmett with the pool that it makes by itself. */
export const emmett = (url: string): Peer => {
  const store = getPostgreSQLEventStore(url)
  const stream = `cohort-${randomUUID()}`
  let revision = 0n
  return {
    append: async () => {
      const expected = revision === 0n ? {} : { expectedStreamVersion: revision }
      const appended = await store.appendToStream(stream, [newPeerEvent()], expected)
      revision = appended.nextExpectedStreamVersion
    },
    close: () => store.close(),
  }
}

/** As it is loaded it reads the manifest in the current folder, which has to have a version, and begins to log. */
const loadAct = async (): Promise<typeof Act> => {
  const [folder, { NODE_ENV, LOG_LEVEL }] = [cwd(), env]
  chdir(dirname(createRequire(import.meta.url).resolve('@reverse-mentoring/core/package.json')))
  Object.assign(env, { NODE_ENV: 'production', LOG_LEVEL: 'fatal' })
  try {
    return await import('@rotorsoft/act-pg')
  } finally {
    chdir(folder)
    for (const [name, value] of Object.entries({ NODE_ENV, LOG_LEVEL })) {
      if (value === undefined) Reflect.deleteProperty(env, name)
      else env[name] = value
    }
  }
}

/** The store of the framework act, with its pool. */
export const act = async (url: string, schema: string): Promise<Peer> => {
  const { PostgresStore } = await loadAct()
  const { hostname, port, username, password, pathname } = new URL(url)
  const store = new PostgresStore({
    ...{ host: hostname, port: Number(port || '5432'), database: pathname.slice(1), schema },
    ...{ user: decodeURIComponent(username), password: decodeURIComponent(password) },
  })
  await store.seed()
  const stream = `cohort-${randomUUID()}`
  let version = -1
  return {
    append: async () => {
      const { type, data, metadata } = newPeerEvent()
      const meta = { correlation: randomUUID(), causation: {}, ...metadata }
      const expected = version === -1 ? undefined : version
      await store.commit(stream, [{ name: type, data }], meta, expected)
      version += 1
    },
    close: () => store.dispose(),
  }
}
