import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { failureOf } from '../defect.ts'
import { keepingOf } from '../keeping.ts'
import { misplacedAt } from '../misplaced.ts'
import type { Schema } from '../schema/schema.ts'
import type { Backup, BackupOptions } from './backup.ts'
import { copyPages } from './copy-pages.ts'
import type { Checked } from './message.ts'
import type { BackupProgress, OnStep } from './progress.ts'
import { runCheck } from './run-check.ts'

type Failure = Port.Misused | Port.Unavailable

/** Why no copy can be put at a path. */
export const targetFault = (file: string): Port.Misused | undefined => {
  const misplaced = misplacedAt(resolve(file))
  if (misplaced !== undefined) return Port.misused(misplaced)
  const part = partOf(file)
  if (existsSync(part))
    return Port.misused(
      `${part} is there: another back-up is under way, or one was cut short; if none is, delete it and ask again`,
    )
  // Old journals beside a copy would be taken for its own when it is opened.
  const inTheWay = ['', '-wal', '-shm', '-journal'].find((end) => existsSync(`${file}${end}`))
  return inTheWay === undefined
    ? undefined
    : Port.misused(`${file}${inTheWay} is there: name a file that is not`)
}

const partOf = (file: string): string => `${file}.part`

/** On the disk, whatever becomes of the power. */
const sync = async (path: string): Promise<void> => {
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}

const failed = (defect: unknown): Failure => {
  const code = defect instanceof Error && 'code' in defect ? String(defect.code) : ''
  return /^E[A-Z]+$/.test(code)
    ? Port.unavailable(`the copy cannot be written (${code})`)
    : failureOf(defect)
}

/** Tells of each step whose it is; whoever listens hurts nobody. */
const telling =
  (what: BackupProgress['what'], listener: BackupOptions['onProgress']): OnStep =>
  (step) => {
    try {
      listener?.({ what, ...step })
    } catch {
      return
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
    const fault = existsSync(file) ? targetFault(file) : undefined
    if (fault !== undefined) return E.left(fault)
    await rename(part, file)
    await sync(dirname(file))
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
    const fault = targetFault(file)
    if (fault !== undefined) return E.left(fault)
    const { underway } = keepingOf(database)
    const done = copied(database, schema.what, resolve(file), telling(schema.what, onProgress))
    underway.add(done)
    return done.finally(() => underway.delete(done))
  }
