import { promise } from '@reverse-mentoring/runtime'
import { openPostgres, type Postgres } from '@reverse-mentoring/storage-postgres'
import { openSqlite, type Sqlite } from '@reverse-mentoring/storage-sqlite'
import { fileURLToPath } from 'node:url'

/** The two schemas of an address such as `postgres://host/database#acme`. */
export const schemasAt = (address: string) => {
  const name = new URL(address).hash.slice(1)
  return { log: `${name}_log`, directory: `${name}_people` }
}

/** The ports that an address names: a folder (`file:///…/`), or a server with the beginning of two schemas. */
export const openAt = (address: string): Promise<Sqlite | Postgres> => {
  if (address.startsWith('file:')) {
    const file = (name: string): string => fileURLToPath(new URL(name, address))
    return promise(openSqlite({ log: file('log.sqlite'), directory: file('directory.sqlite') }))
  }
  const { log, directory } = schemasAt(address)
  const url = address.replace(/#.*$/, '')
  return promise(
    openPostgres({
      log: { url, schema: log, listen: url },
      directory: { url, schema: directory },
    }),
  )
}
