import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { failureOf } from '../defect.ts'
import { during, keepingOf } from '../keeping.ts'
import { belongTogether, ends } from '../beside.ts'
import { misplacedAt } from '../misplaced.ts'
import { nameFault } from '../options.ts'
import type { Schema } from '../schema/schema.ts'
import type { Backup, BackupOptions } from './backup.ts'
import { copyPages } from './copy-pages.ts'
import type { Checked } from './message.ts'
import type { BackupProgress, OnStep } from './progress.ts'
import { runCheck } from './run-check.ts'

type Failure = Port.Misused | Port.Unavailable

/** What stands where a copy is to be put: the file, or a journal that would be taken for the copy's own. */
const inTheWay = (file: string): Port.Misused | undefined => {
  const end = ends.find((one) => existsSync(`${file}${one}`))
  return end === undefined
    ? undefined
    : Port.misused(`${file}${end} is there: name a file that is not`)
}

/** Why no copy can be put at a path: it is no name, or something stands there, or it is beside one of the files in use. */
export const targetFault = (
  file: string,
  inUse: ReadonlyArray<string>,
): Port.Misused | undefined => {
  const named = nameFault(file)
  if (named !== undefined) return Port.misused(named)
  try {
    return placeFault(file, inUse)
  } catch (defect) {
    return Port.misused(`${file} is no place for a copy (${codeOf(defect)})`)
  }
}

const placeFault = (file: string, inUse: ReadonlyArray<string>): Port.Misused | undefined => {
  const misplaced = misplacedAt(resolve(file))
  if (misplaced !== undefined) return Port.misused(misplaced)
  if (inUse.some((one) => belongTogether(one, file)))
    return Port.misused(`${file} belongs to a file in use: name another one`)
  const part = partOf(file)
  return existsSync(part)
    ? Port.misused(
        `${part} is there: another back-up is under way, or one was cut short; if none is, delete it and ask again`,
      )
    : inTheWay(file)
}

const partOf = (file: string): string => `${file}.part`

/** On the disk, whatever becomes of the power. */
const sync = async (path: string): Promise<void> => {
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}

/** A link is put over nothing that has come meanwhile; where the disk has no links, the file is renamed. */
const giveName = async (part: string, file: string): Promise<void> => {
  await link(part, file).catch((defect: unknown) => {
    if (codeOf(defect) === 'EEXIST') throw defect
    return rename(part, file)
  })
  try {
    await sync(dirname(file))
  } catch (defect) {
    await rm(file, { force: true })
    throw defect
  }
}

const codeOf = (defect: unknown): string =>
  defect instanceof Error && 'code' in defect ? String(defect.code) : ''

const failed = (defect: unknown): Failure => {
  const code = codeOf(defect)
  return /^E[A-Z]+$/.test(code)
    ? Port.unavailable(`the copy cannot be written (${code})`)
    : failureOf(defect)
}

/** Tells of each step whose it is; whoever listens hurts nobody. */
const telling =
  (what: BackupProgress['what'], listener: BackupOptions['onProgress']): OnStep =>
  (step) => {
    const ignored = (): void => undefined
    try {
      Promise.resolve(listener?.({ what, ...step })).catch(ignored)
    } catch {
      ignored()
    }
  }

const copied = async (
  database: Database.Database,
  what: BackupProgress['what'],
  file: string,
  onStep: OnStep,
): Promise<E.Either<Failure, Checked>> => {
  const part = partOf(file)
  try {
    // Nobody else writes the same copy.
    await (await open(part, 'wx')).close()
  } catch (defect) {
    return E.left(failed(defect))
  }
  try {
    await copyPages(database, part, onStep)
    if (!keepingOf(database).isStanding())
      return E.left(Port.unavailable('the file was moved, deleted or replaced meanwhile'))
    const checked = await runCheck({ file: part, what }, onStep)
    if (E.isLeft(checked)) return checked
    await sync(part)
    const fault = inTheWay(file)
    if (fault !== undefined) return E.left(fault)
    await giveName(part, file)
    return checked
  } catch (defect) {
    return E.left(failed(defect))
  } finally {
    await rm(part, { force: true })
  }
}

/**
 * Copies on the connection that is open: a second one of another driver, or a plain copy, would take SQLite's locks away
 * when it is closed. The copy is checked before it gets its name.
 */
export const backingUp =
  (database: Database.Database, schema: Schema): Backup =>
  (file, { onProgress } = {}) =>
  async () => {
    if (!database.open) return E.left(Port.misused('it was closed'))
    const fault = targetFault(file, [database.name])
    if (fault !== undefined) return E.left(fault)
    const told = telling(schema.what, onProgress)
    return during(database, copied(database, schema.what, resolve(file), told))
  }
