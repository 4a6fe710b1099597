import { Port } from '@reverse-mentoring/core'
import Database from 'better-sqlite3'

type Code = readonly [code: string, reason: string, failure?: 'never']

/** What an operator reads, by the beginning of the SQLite result code, and what never goes well; the first that fits counts. */
const codes: ReadonlyArray<Code> = [
  ['SQLITE_BUSY', 'another process keeps the file locked'],
  ['SQLITE_LOCKED', 'another process keeps the file locked'],
  ['SQLITE_FULL', 'the disk is full'],
  ['SQLITE_READONLY', 'the file or its folder is read-only', 'never'],
  ['SQLITE_NOTADB', 'the file is not an SQLite database', 'never'],
  ['SQLITE_CORRUPT', 'the file is damaged: restore it from a copy', 'never'],
  ['SQLITE_CANTOPEN', 'the file cannot be opened: is its folder there, and may it be written?'],
  ['SQLITE_IOERR', 'the file cannot be read or written'],
  ['SQLITE_TOOBIG', 'a text is longer than SQLite takes', 'never'],
]

const isSqliteError = (defect: unknown): defect is InstanceType<typeof Database.SqliteError> =>
  defect instanceof Database.SqliteError

const ofDriver = (defect: unknown): Port.Misused | Port.Unavailable => {
  if (defect instanceof RangeError) return Port.misused('a text is longer than SQLite takes')
  // Only what is stored is parsed.
  if (defect instanceof SyntaxError)
    return Port.misused('what is stored there is damaged: restore it from a copy')
  const name = defect instanceof Error ? defect.name : typeof defect
  return Port.unavailable(`a defect of the driver (${name})`)
}

/** Thrown where what was deleted cannot be overwritten yet: whoever reads may do so for long, and nothing waits for them. */
export const stillRead = new Error(
  'it was deleted, but another process still reads the file: erase once more',
)

/** Why the driver failed, without its message, which could hold what is stored. */
export const failureOf = (defect: unknown): Port.Misused | Port.Unavailable => {
  if (defect === stillRead) return Port.unavailable(stillRead.message)
  if (!isSqliteError(defect)) return ofDriver(defect)
  const [, reason = 'SQLite failed', failure] =
    codes.find(([code]) => defect.code.startsWith(code)) ?? []
  const told = `${reason} (${defect.code})`
  return failure === 'never' ? Port.misused(told) : Port.unavailable(told)
}

/** Whether others are at the file, so that it may go well later. */
export const isBusy = (defect: unknown): boolean =>
  isSqliteError(defect) && defect.code.startsWith('SQLITE_BUSY')

/** Whether the file may only be read. */
export const isReadOnly = (defect: unknown): boolean =>
  isSqliteError(defect) && defect.code.startsWith('SQLITE_READONLY')

/** Whether an unfinished transaction is beside the file, which who may only read cannot undo. */
export const isUnfinished = (defect: unknown): boolean =>
  isSqliteError(defect) && defect.code === 'SQLITE_READONLY_ROLLBACK'
