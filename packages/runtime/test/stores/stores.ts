import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { drop, newSchema, rowsIn } from '../../../storage-postgres/test/place.ts'
import { sharedServer } from '../../../storage-postgres/test/server/shared.ts'
import { schemasAt } from '@reverse-mentoring/servers/ports'

/** A kind of store that several processes may have open. */
export interface SharedStore {
  readonly name: string
  /** Whether it runs here; where it does not, that was said. */
  readonly isHere: boolean
  /** Where there is nothing yet; gone after the test. */
  readonly newAddress: () => string
  /** Everything that is kept there, as text. */
  readonly content: (address: string) => Promise<string>
}

const sqlite: SharedStore = {
  name: 'SQLite',
  isHere: true,
  newAddress: () => {
    const folder = mkdtempSync(join(tmpdir(), 'processes-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    return pathToFileURL(`${folder}/`).href
  },
  content: (address) => {
    const folder = fileURLToPath(address)
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
    return Promise.resolve(bytes.join(''))
  },
}

const server = (await sharedServer()) ?? ''

const postgres: SharedStore = {
  name: 'PostgreSQL',
  isHere: server !== '',
  newAddress: () => {
    const address = `${server}#${newSchema()}`
    onTestFinished(() => drop(server, ...Object.values(schemasAt(address))))
    return address
  },
  content: (address) => rowsIn(server, ...Object.values(schemasAt(address))),
}

/** All of them. */
export const sharedStores: ReadonlyArray<SharedStore> = [sqlite, postgres]
