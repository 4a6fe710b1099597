import Database from 'better-sqlite3'

/** What an operator reads, by the beginning of the SQLite result code; the first that fits counts. */
const reasons: ReadonlyArray<readonly [code: string, reason: string]> = [
  ['SQLITE_BUSY', 'another process keeps the file locked'],
  ['SQLITE_LOCKED', 'another process keeps the file locked'],
  ['SQLITE_FULL', 'the disk is full'],
  ['SQLITE_READONLY', 'the file or its folder is read-only'],
  ['SQLITE_NOTADB', 'the file is not an SQLite database'],
  ['SQLITE_CORRUPT', 'the file is damaged: restore it from a copy'],
  ['SQLITE_CANTOPEN', 'the file cannot be opened: is its folder there, and may it be written?'],
  ['SQLITE_IOERR', 'the file cannot be read or written'],
  ['SQLITE_TOOBIG', 'a text is longer than SQLite takes'],
]

const isSqliteError = (defect: unknown): defect is InstanceType<typeof Database.SqliteError> =>
  defect instanceof Database.SqliteError

/** Why the driver failed, without its message, which could hold what is stored. */
export const reasonOf = (defect: unknown): string => {
  if (!isSqliteError(defect))
    return `a defect of the driver (${defect instanceof Error ? defect.name : typeof defect})`
  const [, reason = 'SQLite failed'] = reasons.find(([code]) => defect.code.startsWith(code)) ?? []
  return `${reason} (${defect.code})`
}

/** Whether others are at the file, so that it may go well later. */
export const isBusy = (defect: unknown): boolean =>
  isSqliteError(defect) && defect.code.startsWith('SQLITE_BUSY')
