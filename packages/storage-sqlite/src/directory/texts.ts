import { Port, type Values } from '@reverse-mentoring/core'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { changingWith, reading } from '../attempt.ts'
import { key, read, write } from '../text.ts'
import { erasedIn } from './gone.ts'

/** The texts of a directory, each listed with its author and its subjects. */
export const textsIn = (
  database: Database.Database,
): Pick<Port.Directory, 'putText' | 'findText'> => {
  const erased = erasedIn(database)
  const drop = database.prepare<[string]>('DELETE FROM text WHERE text = ?')
  const put = database.prepare<[string, string]>('INSERT INTO text (text, words) VALUES (?, ?)')
  const putOf = database.prepare<[string, string]>(
    'INSERT INTO text_of (text, participant) VALUES (?, ?)',
  )
  const find = database.prepare<[string], string>('SELECT words FROM text WHERE text = ?').pluck()
  const replace = database.transaction((text: string, of: ReadonlySet<string>, words: string) => {
    if ([...of].some(erased.has)) return
    drop.run(text)
    put.run(text, words)
    of.forEach((participant) => putOf.run(text, participant))
  }).immediate

  return {
    putText: (text) =>
      changingWith(
        database,
        () => E.bindTo('read')(Port.readText(text)),
        ({ read: { author, subjects, text: id, words } }) => {
          const of = new Set([author, ...subjects].map(key))
          return E.map((json: string) => {
            replace(key(id), of, json)
          })(write({ text: id, author, subjects, words }))
        },
      ),
    findText: (text: Values.TextId) =>
      reading(database, () => {
        const words = find.get(key(text))
        return words === undefined ? undefined : (read(words) as Port.Text)
      }),
  }
}
