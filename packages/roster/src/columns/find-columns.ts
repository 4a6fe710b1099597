import * as E from 'fp-ts/lib/Either.js'
import { mappingFault, type RosterMapping } from '../mapping.ts'
import type { OwnAttribute } from '../person/own-attribute.ts'
import { unreadable, type UnreadableRoster } from '../problem.ts'
import type { SettingWords } from '../setting.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { plain, squeezed } from '../text/plain.ts'
import { quoted, some } from '../text/quoted.ts'
import type { Columns, OwnColumn } from './columns.ts'
import { fieldHeaders, fieldNames, fieldWords, type ColumnName, type FieldName } from './fields.ts'
import { calledAt, findHeader } from './find-header.ts'
import { findManagers } from './find-managers.ts'
import { missingColumns } from './missing-columns.ts'

type Found<A> = E.Either<UnreadableRoster, A>

const listed = (headers: ReadonlyArray<string>): string =>
  `the headers are ${some(headers.filter((header) => header !== '').map(quoted), 40)}`

const noColumn = (what: string, header: string, headers: ReadonlyArray<string>): UnreadableRoster =>
  unreadable(`no column is called ${quoted(header)}, which is to ${what}`, listed(headers))

const bothAboveAndNot = (header: string, words: SettingWords): UnreadableRoster =>
  unreadable(
    `${quoted(header)} is to hold managers, and people who do not stand above`,
    `take away one of the two: ${words('columns', header, 'manager')}, or ${words('notAbove', header)}`,
  )

const foundTwice = (headers: ReadonlyArray<string>): string | undefined => {
  const seen = new Set<string>()
  return headers.find((header) => {
    const word = plain(header)
    const before = word !== '' && seen.has(word)
    seen.add(word)
    return before
  })
}

/** The places of the headers that were named for something. */
const namedAt = (
  { headers }: Sheet,
  what: string,
  named: string | ReadonlyArray<string> | undefined,
): Found<ReadonlyArray<number>> => {
  const wanted = named === undefined ? [] : typeof named === 'string' ? [named] : named
  const places = wanted.map((header) => findHeader(headers, header))
  const lost = places.indexOf(-1)
  return lost < 0 ? E.right(places) : E.left(noColumn(what, wanted[lost] ?? '', headers))
}

const namedFields = (
  sheet: Sheet,
  columns: NonNullable<RosterMapping['columns']>,
): Found<Map<FieldName, number>> => {
  const found = new Map<FieldName, number>()
  for (const name of fieldNames) {
    const at = namedAt(sheet, `hold ${fieldWords[name]}`, columns[name])
    if (E.isLeft(at)) return at
    const [index] = at.right
    if (index !== undefined) found.set(name, index)
  }
  return E.right(found)
}

const ownColumns = (
  sheet: Sheet,
  attributes: ReadonlyArray<OwnAttribute>,
): Found<ReadonlyArray<OwnColumn>> => {
  const found: Array<OwnColumn> = []
  for (const attribute of attributes) {
    const at = namedAt(sheet, `hold ${quoted(attribute.code)}`, attribute.header)
    if (E.isLeft(at)) return at
    found.push(...at.right.map((index) => ({ ...attribute, index })))
  }
  return E.right(found)
}

/** Adds the fields that are found by their headers, where nothing else is read from the column. */
const addKnown = (
  { headers }: Sheet,
  found: Map<FieldName, number>,
  isOut: (index: number) => boolean,
): void => {
  const words = headers.map(squeezed)
  for (const name of fieldNames) {
    if (found.has(name)) continue
    const index = fieldHeaders[name]
      .map((text) => words.indexOf(squeezed(text)))
      .find((at) => at >= 0)
    if (index !== undefined && !isOut(index) && ![...found.values()].includes(index))
      found.set(name, index)
  }
}

const required: ReadonlyArray<FieldName> = ['id', 'role', 'grade']

/** What a source must tell and does not. */
const lacking = (
  found: ReadonlyMap<FieldName, number>,
  managers: number,
): ReadonlyArray<ColumnName> => {
  const isNamed = found.has('name') || found.has('firstName') || found.has('lastName')
  return [
    ...required.filter((name) => !found.has(name)),
    ...(isNamed ? [] : (['name'] as const)),
    ...(managers === 0 ? (['manager'] as const) : []),
  ]
}

/** Finds the columns: those that were named for it, and the rest by the headers that personnel systems use. */
export const findColumns = (
  sheet: Sheet,
  mapping: RosterMapping,
  words: SettingWords,
): Found<Columns> => {
  const fault = mappingFault(mapping)
  if (fault !== undefined) return E.left(fault)
  const { columns = {}, ignore = [], notAbove = [], attributes = [], identity = [] } = mapping
  const twice = foundTwice(sheet.headers)
  if (twice !== undefined)
    return E.left(unreadable(`two columns are called “${twice}”`, 'rename or remove one of them'))
  const out = namedAt(sheet, 'be ignored', ignore)
  if (E.isLeft(out)) return out
  const beside = namedAt(sheet, 'hold people who do not stand above', notAbove)
  if (E.isLeft(beside)) return beside
  const fields = namedFields(sheet, columns)
  if (E.isLeft(fields)) return fields
  const boss = namedAt(sheet, `hold ${fieldWords.manager}`, columns['manager'])
  if (E.isLeft(boss)) return boss
  const both = boss.right.find((index) => beside.right.includes(index))
  if (both !== undefined) return E.left(bothAboveAndNot(calledAt(sheet.headers, both), words))
  const own = ownColumns(sheet, attributes)
  if (E.isLeft(own)) return own
  const ofPerson = ownColumns(sheet, identity)
  if (E.isLeft(ofPerson)) return ofPerson
  const ignored = new Set(out.right)
  addKnown(sheet, fields.right, (index) => ignored.has(index))
  const whoIs = (['id', 'name', 'firstName', 'lastName', 'email'] as const).flatMap(
    (name) => fields.right.get(name) ?? [],
  )
  const isOut = (index: number): boolean => ignored.has(index) || beside.right.includes(index)
  const managers = findManagers(sheet, boss.right, whoIs, isOut)
  const lacks = lacking(fields.right, managers.length)
  const found: Columns = {
    fields: Object.fromEntries(fields.right),
    managers,
    attributes: own.right,
    identity: ofPerson.right,
  }
  return lacks.length === 0 ? E.right(found) : E.left(missingColumns(sheet, found, lacks, words))
}
