import type { Port } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { changing } from '../attempt.ts'
import { during } from '../keeping.ts'
import { key } from '../text.ts'

interface Header {
  readonly header: number
  readonly cohort: string
}

/** So many rows go in one transaction, or those of one cohort, if they are more. */
const together = 5000

/**
 * Takes a view away in transactions of some thousand rows each, with a turn for others between them. One that is cut
 * short leaves whole cohorts of the view, and no checkpoint that would pass by the others. O(its rows).
 */
export const dropping = (
  database: Database.Database,
): ((view: string) => TaskEither<Port.Misused | Port.Unavailable, void>) => {
  const viewOf = '(SELECT view FROM view WHERE name = ?)'
  const next = database.prepare<[string, string], Header>(
    `SELECT header, cohort FROM view_header WHERE view = ${viewOf} AND cohort > ? ORDER BY cohort LIMIT 1`,
  )
  const dropRows = database.prepare<[number]>('DELETE FROM view_row WHERE header = ?')
  const dropHeader = database.prepare<[number]>('DELETE FROM view_header WHERE header = ?')
  const dropReader = database.prepare<[string]>('DELETE FROM reader WHERE reader = ?')
  const dropView = database.prepare<[string]>(
    'DELETE FROM view WHERE name = ? AND view NOT IN (SELECT view FROM view_header)',
  )
  /** Goes on after a cohort, and answers the last one that it took; nothing once the view is gone. */
  const dropSome = database.transaction((view: string, after: string): string | undefined => {
    dropReader.run(view)
    let [last, rows] = [after, 0]
    while (rows < together) {
      const found = next.get(view, last)
      if (found === undefined) {
        dropView.run(view)
        return undefined
      }
      rows += 1 + dropRows.run(found.header).changes
      dropHeader.run(found.header)
      last = found.cohort
    }
    return last
  }).immediate

  const dropAll = async (
    view: string,
  ): Promise<E.Either<Port.Misused | Port.Unavailable, void>> => {
    let after: string | undefined = ''
    while (after !== undefined) {
      const from: string = after
      const done: E.Either<Port.Misused | Port.Unavailable, string | undefined> = await changing(
        database,
        () => dropSome(key(view), from),
      )()
      if (E.isLeft(done)) return done
      after = done.right
    }
    return E.right(undefined)
  }

  return (view) => () => during(database, dropAll(view))
}
