import * as E from 'fp-ts/lib/Either.js'
import { unreadable, type UnreadableRoster } from './problem.ts'

/** What a roster can tell of somebody, and the headers under which it is found without being told. */
const headers = {
  id: [
    'employee number',
    'employee id',
    'employee no',
    'personnel number',
    'staff id',
    'person id',
    'id',
  ],
  name: ['name', 'full name', 'employee name', 'display name'],
  firstName: ['first name', 'given name'],
  lastName: ['last name', 'family name', 'surname'],
  email: ['email', 'email address', 'work email', 'mail'],
  role: ['role', 'programme role', 'program role', 'takes part as', 'joins as'],
  grade: ['grade', 'job grade', 'level', 'job level', 'seniority'],
  manager: [
    'manager',
    'manager number',
    'manager id',
    'manager employee number',
    'reports to',
    'supervisor',
    'line manager',
  ],
  region: ['region'],
  department: ['department', 'dept', 'business unit', 'function', 'division'],
  location: ['location', 'site', 'office', 'city', 'work location'],
  languages: ['languages', 'language', 'spoken languages'],
  zone: ['time zone', 'timezone', 'zone'],
  offered: ['topics offered', 'offers', 'can share', 'offered', 'offered topics'],
  sought: ['topics sought', 'seeks', 'wants to learn', 'sought', 'sought topics'],
  external: ['external', 'contractor', 'is external'],
  hours: ['hours a month', 'hours per month', 'hours', 'monthly hours'],
  agrees: ['agrees to identity matching', 'identity matching consent', 'identity consent'],
  capacity: ['capacity', 'places', 'max pairings', 'maximum pairings'],
} as const satisfies Readonly<Record<string, ReadonlyArray<string>>>

/** What a column can hold. */
export type ColumnName = keyof typeof headers

const isColumnName = (text: string): text is ColumnName => Object.hasOwn(headers, text)

/** Every name that `--column` takes. */
export const columnNames: ReadonlyArray<ColumnName> = Object.keys(headers).filter(isColumnName)

/** Where to find what: the index of each column that the file has. */
export type Columns = Readonly<Partial<Record<ColumnName, number>>>

/** Headers compare without case, accents aside, and however their words are joined. */
const plain = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^e mail/, 'email')
    .trim()

/** Where a header is in a file; -1 where it is not. */
export const indexOfHeader = (header: ReadonlyArray<string>, text: string): number =>
  header.map(plain).indexOf(plain(text))

const required: ReadonlyArray<ColumnName> = ['id', 'role', 'grade', 'manager']

const missing = (name: ColumnName, header: ReadonlyArray<string>): UnreadableRoster =>
  unreadable(
    `no column for the ${name === 'id' ? 'employee number' : name}`,
    `name it with --column ${name}="…"; the file has ${header.map((text) => `“${text}”`).join(', ')}`,
  )

const foundTwice = (header: ReadonlyArray<string>): string | undefined =>
  header.find(
    (text, i) => text !== '' && header.findIndex((other) => plain(other) === plain(text)) < i,
  )

/** Finds the columns: those that were named for it, and the rest by the headers that personnel systems use. */
export const findColumns = (
  header: ReadonlyArray<string>,
  named: Readonly<Record<string, string>>,
): E.Either<UnreadableRoster, Columns> => {
  const twice = foundTwice(header)
  if (twice !== undefined) {
    return E.left(unreadable(`two columns are called “${twice}”`, 'rename or remove one of them'))
  }
  const plains = header.map(plain)
  const columns: Partial<Record<ColumnName, number>> = {}
  for (const [name, text] of Object.entries(named)) {
    if (!isColumnName(name)) {
      return E.left(unreadable(`--column knows no “${name}”`, `it takes ${columnNames.join(', ')}`))
    }
    const index = plains.indexOf(plain(text))
    if (index < 0) return E.left(missing(name, header))
    columns[name] = index
  }
  for (const name of columnNames) {
    const index = headers[name]
      .map((text) => plains.indexOf(plain(text)))
      .find((found) => found >= 0)
    if (index !== undefined && !Object.values(columns).includes(index)) columns[name] ??= index
  }
  const lacks = required.find((name) => columns[name] === undefined)
  if (lacks !== undefined) return E.left(missing(lacks, header))
  if (columns.name === undefined && (columns.firstName ?? columns.lastName) === undefined) {
    return E.left(missing('name', header))
  }
  return E.right(columns)
}
