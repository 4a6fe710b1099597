import { Port } from '@reverse-mentoring/core'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
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

/** Whether the unfinished transaction beside a file is one of ours: the file is, or it was empty before. */
const isOurs = ({ applicationId }: Schema, file: string): boolean =>
  numberAt(file, 68) === applicationId || numberAt(`${file}-journal`, 16) === 0

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
    const reason = `${file}-journal is an unfinished transaction of another program: let that open the file first, or name another one`
    return E.left(Port.misused(reason))
  }
}
