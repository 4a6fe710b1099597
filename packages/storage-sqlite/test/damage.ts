import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'

/** Overwrites the first byte of a stored record in its file, as a bad disk might; who opens the file later sees it. */
export const damage = (file: string, stream: string, revision: number): void => {
  const database = new Database(file)
  const record = database
    .prepare<[string, number], string>('SELECT record FROM event WHERE stream = ? AND revision = ?')
    .pluck()
    .get(stream, revision)
  const busy = database.pragma('wal_checkpoint(TRUNCATE)', { simple: true })
  database.close()
  const bytes = readFileSync(file)
  const at = bytes.indexOf(record?.slice(0, 40) ?? '\0')
  if (busy !== 0 || at < 0) throw new Error('no such record in the file')
  bytes.write('!', at)
  writeFileSync(file, bytes)
}
