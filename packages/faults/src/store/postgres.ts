import { startServer, type Server } from '@reverse-mentoring/servers/postgres'
import { randomUUID } from 'node:crypto'
import type { Scope } from '../scope.ts'
import { newFolder } from './folder.ts'
import type { PostgresStore } from './store.ts'

/** A server of one's own, whose answers are on the disk; or why none runs here. */
export const newServer = async (scope: Scope, data?: string): Promise<Server | string> => {
  const folder = await newFolder(scope)
  return scope.acquire(
    () => startServer(folder, { fsync: true, ...(data !== undefined && { data }) }),
    (server) => (typeof server === 'string' ? undefined : server.stop('immediate')),
  )
}

/** The address of two new schemas on a server. */
export const newSchemas = (url: string): string => `${url}#f_${randomUUID().slice(0, 8)}`

/** Two schemas of a server. */
export const postgresStore = async (scope: Scope): Promise<PostgresStore | string> => {
  const server = await newServer(scope)
  if (typeof server === 'string') return server
  return {
    ...{ name: 'PostgreSQL', server },
    newAddress: () => Promise.resolve(newSchemas(server.url)),
  }
}
