import type { Port, Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { attempt, attemptWith } from '../attempt.ts'
import { key, read, unkey, write } from '../text.ts'

interface Row {
  readonly code: string
  readonly label: string
}

const serialise = E.traverseArray(({ language, code, label }: Port.Label) =>
  pipe(
    write(label),
    E.map((json) => [key(language), key(code), json] as const),
  ),
)

/** What codes are called, and the salts of cohorts. */
export const labelsIn = (
  database: Database.Database,
): Pick<Port.Directory, 'putLabels' | 'labels' | 'salt'> => {
  const put = database.prepare<[string, string, string]>(
    `INSERT INTO label (language, code, label) VALUES (?, ?, ?)
     ON CONFLICT (language, code) DO UPDATE SET label = excluded.label`,
  )
  const putAll = database.transaction(
    (labels: ReadonlyArray<readonly [string, string, string]>) => {
      labels.forEach((label) => put.run(...label))
    },
  ).immediate
  const ofLanguage = database.prepare<[string], Row>(
    'SELECT code, label FROM label WHERE language = ?',
  )
  const putSalt = database.prepare<[string, string]>(
    'INSERT INTO salt (cohort, salt) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const saltOf = database
    .prepare<[string], string>('SELECT salt FROM salt WHERE cohort = ?')
    .pluck()
  const keepSalt = database.transaction((cohort: string, fresh: string): string => {
    putSalt.run(cohort, fresh)
    return unkey(saltOf.get(cohort) ?? fresh)
  }).immediate

  return {
    putLabels: (labels) =>
      attemptWith(
        database,
        () => serialise(labels),
        (written) => E.right(putAll(written)),
      ),
    labels: (language) =>
      attempt(database, () => {
        const rows = ofLanguage.all(key(language))
        return new Map(
          rows.map(({ code, label }) => [unkey(code) as Values.Code, read(label) as string]),
        )
      }),
    salt: (cohort, fresh) => attempt(database, () => keepSalt(key(cohort), key(fresh))),
  }
}
