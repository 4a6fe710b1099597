import type { Server } from '@reverse-mentoring/servers/postgres'
import type { Node } from './node.ts'

/** Where nothing stands yet: an address that several processes may open. */
type NewAddress = () => Promise<string>

export interface SqliteStore {
  readonly name: 'SQLite'
  readonly newAddress: NewAddress
}

export interface PostgresStore {
  readonly name: 'PostgreSQL'
  readonly newAddress: NewAddress
  readonly server: Server
}

export interface KurrentStore {
  readonly name: 'KurrentDB'
  readonly newAddress: NewAddress
  /** The server of its protocol; none where `KURRENTDB_URL` names a node. */
  readonly node: Node | undefined
}

/** A store that faults come upon. */
export type Store = SqliteStore | PostgresStore | KurrentStore
