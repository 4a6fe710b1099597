import type { Port, Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { changing, changingWith, reading } from '../attempt.ts'
import { keeping } from './keep.ts'
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

/** What codes are called, the salts of cohorts, and secrets. */
export const labelsIn = (
  database: Database.Database,
): Pick<Port.Directory, 'putLabels' | 'labels' | 'salt' | 'secret'> => {
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
  const keepSalt = keeping(database, 'salt', 'cohort')
  const keepSecret = keeping(database, 'secret', 'name')

  return {
    putLabels: (labels) =>
      changingWith(
        database,
        () => serialise(labels),
        (written) => E.right(putAll(written)),
      ),
    labels: (language) =>
      reading(database, () => {
        const rows = ofLanguage.all(key(language))
        return new Map(
          rows.map(({ code, label }) => [unkey(code) as Values.Code, read(label) as string]),
        )
      }),
    salt: (cohort, fresh) => changing(database, () => keepSalt(cohort, fresh)),
    secret: (name, fresh) => changing(database, () => keepSecret(name, fresh)),
  }
}
