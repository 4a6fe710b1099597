import { join } from 'node:path'

/** Where a run keeps its history and its people: two files of its folder, or two schemas of a PostgreSQL. */
export type Store =
  | { readonly _tag: 'Files'; readonly folder: string }
  | { readonly _tag: 'Postgres'; readonly url: string; readonly schema: string }

/** The schema of names and addresses beside that of the history. */
export const peopleSchema = (schema: string): string => `${schema}_people`

/** Where a server is, without who is let in and by which password. */
const serverOf = (url: string): string => {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}

/** What the settings of a run say of it; nothing of files, which are in the folder of the settings. */
export const storeWords = (store: Store): string | undefined =>
  store._tag === 'Files' ? undefined : `--store ${serverOf(store.url)} --schema ${store.schema}`

/** The text without any address of a server, which may hold a password. */
export const withoutAddresses = (text: string): string =>
  text.replace(/(postgres(?:ql)?:\/\/)[^\s'’”]*/gi, '$1…')

/** Where the history and the people are, in words. */
export const storePlaces = (store: Store): readonly [history: string, people: string] =>
  store._tag === 'Files'
    ? [join(store.folder, 'cohort.sqlite'), join(store.folder, 'directory.sqlite')]
    : [`schema ${store.schema}`, `schema ${peopleSchema(store.schema)}`]
