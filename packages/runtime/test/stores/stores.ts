import { startServer } from '@reverse-mentoring/servers/kurrentdb'
import { schemasAt } from '@reverse-mentoring/servers/ports'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { drop, newSchema, rowsIn } from '../../../storage-postgres/test/place.ts'
import { sharedServer } from '../../../storage-postgres/test/server/shared.ts'

/** A kind of store that several processes may have open. */
export interface SharedStore {
  readonly name: string
  /** Whether it runs here; where it does not, that was said. */
  readonly isHere: boolean
  /** Where there is nothing yet; gone after the test. */
  readonly newAddress: () => string | Promise<string>
  /** Everything that is kept there, as text. */
  readonly content: (address: string) => Promise<string>
}

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return pathToFileURL(`${folder}/`).href
}

const contentOf = (folder: string): Promise<string> => {
  const path = fileURLToPath(folder)
  const bytes = readdirSync(path).map((name) => readFileSync(join(path, name), 'latin1'))
  return Promise.resolve(bytes.join(''))
}

const sqlite: SharedStore = {
  name: 'SQLite',
  isHere: true,
  newAddress: newFolder,
  content: contentOf,
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

/** Runs in this process while it runs, and so is asked where all tests are. */
const isFull = process.env['FULL'] === '1'

/** A server of its protocol for the events of one test, and files for all else. */
const kurrent: SharedStore = {
  name: 'KurrentDB and SQLite',
  isHere: isFull,
  newAddress: async () => {
    const server = await startServer()
    onTestFinished(() => {
      server.kill()
    })
    return `${server.connectionString}#prefix=test&files=${newFolder()}`
  },
  // Its events are read by whoever opens it; they hold ids and codes only.
  content: (address) =>
    contentOf(new URLSearchParams(new URL(address).hash.slice(1)).get('files') ?? ''),
}

/** All of them. */
export const sharedStores: ReadonlyArray<SharedStore> = [sqlite, postgres, kurrent]
