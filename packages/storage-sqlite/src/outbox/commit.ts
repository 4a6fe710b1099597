import { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { key } from '../text.ts'
import { finishing } from './finish.ts'
import type { Written } from './serialise.ts'

const putting = (database: Database.Database) => {
  const known = database.prepare<[string, string]>(
    'SELECT 1 FROM notice WHERE id = ? UNION ALL SELECT 1 FROM notice_done WHERE id = ?',
  )
  const finishUnclaimed = finishing(database, 'cohort = ? AND slot = ? AND fence = 0')
  const finish = finishing(database, 'id = ?')
  const insert = database.prepare<[Port.KeptNotice & { cohort: string }]>(
    `INSERT INTO notice (id, cohort, recipient, due, not_after, slot, fence, content)
     VALUES (@id, @cohort, @recipient, @due, @notAfter, @slot, 0, @content)`,
  )
  return (cohort: string, notice: Port.KeptNotice): void => {
    const { id, replaces, meets } = notice
    if (known.get(id, id) !== undefined) return
    const finishIn = (slots: ReadonlyArray<string>): number =>
      slots.reduce((sum, slot) => sum + finishUnclaimed(cohort, slot), 0)
    const met = finishIn(meets)
    finishIn(replaces)
    insert.run({ ...notice, cohort })
    if (met > 0) finish(id)
  }
}

const progressing = (database: Database.Database) => {
  const standing = database.prepare<[], string>('SELECT checkpoint FROM notice_reader').pluck()
  const set = database.prepare<[string]>(
    `INSERT INTO notice_reader (reader, checkpoint) VALUES (1, ?)
     ON CONFLICT (reader) DO UPDATE SET checkpoint = excluded.checkpoint`,
  )
  return ({ checkpoint, from }: NonNullable<Port.NoticeCommit['progress']>): void => {
    const before = from?.at === undefined ? undefined : key(from.at)
    if (from === undefined || standing.get() === before) set.run(key(checkpoint))
  }
}

/** Commits of one transaction each, which has the only right to write from its beginning. */
export const committing = (database: Database.Database) => {
  const versionOf = database
    .prepare<[string], number>('SELECT version FROM notice_header WHERE cohort = ?')
    .pluck()
  const setHeader = database.prepare<[string, number, number, string]>(
    `INSERT INTO notice_header (cohort, version, parked, json) VALUES (?, ?, ?, ?)
     ON CONFLICT (cohort) DO UPDATE
     SET version = excluded.version, parked = excluded.parked, json = excluded.json`,
  )
  const [put, setProgress] = [putting(database), progressing(database)]
  const commit = (
    changes: ReadonlyArray<Written>,
    progress: Port.NoticeCommit['progress'],
  ): E.Either<Port.Overtaken, void> => {
    const overtaken = changes.filter(({ cohort, after }) => (versionOf.get(cohort) ?? 0) !== after)
    if (overtaken.length > 0) return E.left(Port.noticesOvertaken(overtaken.map(({ of }) => of)))
    for (const { cohort, after, parked, header, put: notices } of changes) {
      setHeader.run(cohort, after + 1, parked ? 1 : 0, header)
      for (const notice of notices) put(cohort, notice)
    }
    if (progress !== undefined) setProgress(progress)
    return E.right(undefined)
  }
  return database.transaction(commit).immediate
}
