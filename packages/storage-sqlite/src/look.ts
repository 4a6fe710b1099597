import { Port } from '@reverse-mentoring/core'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { isUnfinished } from './defect.ts'
import type { OpenFailure } from './failure.ts'
import { misplacedAt } from './misplaced.ts'
import { pending } from './schema/migrate.ts'
import type { Migration, Schema } from './schema/schema.ts'

type Looked = E.Either<OpenFailure, ReadonlyArray<Migration>>

const lookThrough = (schema: Schema, file: string, readonly: boolean): Looked => {
  const database = new Database(file, { readonly, fileMustExist: true, timeout: 0 })
  try {
    return pending(database, schema)
  } finally {
    database.close()
  }
}

/** A number of 4 bytes in a file; 0 where it ends before. */
const numberAt = (file: string, at: number): number => {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(4)
    readSync(handle, bytes, 0, 4, at)
    return bytes.readUInt32BE()
  } finally {
    closeSync(handle)
  }
}

/**
 * Whether the unfinished transaction beside a file is of that file, and ours: of one that was empty and has no name yet, or
 * of one of ours, of which it changed pages and none came. A journal that lay there before a copy was put in its place fits
 * neither, and would undo the copy.
 */
const isOurs = ({ applicationId }: Schema, file: string): boolean => {
  const pages = numberAt(`${file}-journal`, 16)
  const id = numberAt(file, 68)
  if (pages === 0) return id === 0
  const pageSize = numberAt(file, 16) >>> 16
  return id === applicationId && pages * pageSize === statSync(file).size
}

/**
 * What the file of a path still needs to be one of this schema, or why it is none. Changes nothing of it, whosever it is,
 * but the index (`-shm`) of a journal that was left beside it. Throws what the driver throws.
 */
export const lookAt = (schema: Schema, file: string): Looked => {
  const misplaced = misplacedAt(file)
  if (misplaced !== undefined) return E.left(Port.misused(misplaced))
  if (!existsSync(file)) return E.right(schema.migrations)
  // A journal that was left there is read as it stands: who may write would bring it into the file. Where there is none,
  // who may only read would leave one behind.
  const readonly = [`${file}-wal`, `${file}-journal`].some((journal) => existsSync(journal))
  try {
    return lookThrough(schema, file, readonly)
  } catch (defect) {
    if (!isUnfinished(defect)) throw defect
    if (isOurs(schema, file)) return lookThrough(schema, file, false)
    const reason = `${file}-journal is an unfinished transaction of something else: let the program that it is of open the file first; if it was left there before a copy was put in place, delete it`
    return E.left(Port.misused(reason))
  }
}
