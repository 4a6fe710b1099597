import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { key } from '../text.ts'
import type { Written } from './serialise.ts'
import { settingRows } from './set-rows.ts'

const progressing = (database: Database.Database) => {
  const set = database.prepare<[string, string]>(
    `INSERT INTO reader (reader, checkpoint) VALUES (?, ?)
     ON CONFLICT (reader) DO UPDATE SET checkpoint = excluded.checkpoint`,
  )
  const standing = database
    .prepare<[string], string>('SELECT checkpoint FROM reader WHERE reader = ?')
    .pluck()
  return ({ readers, checkpoint, from }: Port.Progress): void => {
    const before = from?.at === undefined ? undefined : key(from.at)
    for (const reader of readers.map(key)) {
      const isThere = from === undefined || standing.get(reader) === before
      if (isThere) set.run(reader, key(checkpoint))
    }
  }
}

const settingHeaders = (database: Database.Database) => {
  const setView = database.prepare<[string]>(
    'INSERT INTO view (name) VALUES (?) ON CONFLICT DO NOTHING',
  )
  const viewOf = database.prepare<[string], number>('SELECT view FROM view WHERE name = ?').pluck()
  const set = database
    .prepare<[number, string, number, number, string], number>(
      `INSERT INTO view_header (view, cohort, version, parked, json) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (view, cohort) DO UPDATE
       SET version = excluded.version, parked = excluded.parked, json = excluded.json
       RETURNING header`,
    )
    .pluck()
  return ({ view: name, cohort, after, parked, header: json }: Written) => {
    setView.run(name)
    const view = viewOf.get(name) ?? 0
    const header = set.get(view, cohort, after + 1, parked ? 1 : 0, json) ?? 0
    return { view, header }
  }
}

/** Commits of one transaction each, which has the only right to write from its beginning. */
export const committing = (database: Database.Database) => {
  const versionOf = database
    .prepare<[string, string], number>(
      'SELECT version FROM view JOIN view_header USING (view) WHERE name = ? AND cohort = ?',
    )
    .pluck()
  const [setHeader, setRows] = [settingHeaders(database), settingRows(database)]
  const setProgress = progressing(database)
  const commit = (
    changes: ReadonlyArray<Written>,
    progress: Port.ViewCommit['progress'],
  ): E.Either<Port.Overtaken, void> => {
    const overtaken = changes.filter(
      ({ view, cohort, after }) => (versionOf.get(view, cohort) ?? 0) !== after,
    )
    if (overtaken.length > 0) return E.left(Port.overtaken(overtaken.map(({ of }) => of)))
    for (const change of changes) setRows(setHeader(change), change)
    if (progress !== undefined) setProgress(progress)
    return E.right(undefined)
  }
  return database.transaction(commit).immediate
}
