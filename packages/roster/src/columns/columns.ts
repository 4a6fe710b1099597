import type { RosterMapping } from '../mapping.ts'
import type { OwnAttribute } from '../person/own-attribute.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { FieldName } from './fields.ts'
import { findHeader } from './find-header.ts'
import type { NamedBy } from './manager-header.ts'

/** A column that names managers. */
export interface ManagerColumn {
  readonly index: number
  readonly by: NamedBy
  /** What its header calls managers; empty where it was only named as a column of them. */
  readonly word: string
}

/** A column of one's own, where it was found. */
export interface OwnColumn extends OwnAttribute {
  readonly index: number
}

/** Where to find what. */
export interface Columns {
  readonly fields: Readonly<Partial<Record<FieldName, number>>>
  /** Of each manager the columns that name them, the surest one first. */
  readonly managers: ReadonlyArray<ReadonlyArray<ManagerColumn>>
  readonly attributes: ReadonlyArray<OwnColumn>
  readonly identity: ReadonlyArray<OwnColumn>
}

/** Which of the columns are used, by their place. */
export const usedColumns = ({
  fields,
  managers,
  attributes,
  identity,
}: Columns): ReadonlySet<number> =>
  new Set([
    ...Object.values(fields),
    ...[...managers.flat(), ...attributes, ...identity].map(({ index }) => index),
  ])

/** The columns that are used or were answered for, by their place. */
export const namedColumns = (
  { headers }: Sheet,
  columns: Columns,
  { ignore = [], notAbove = [] }: RosterMapping,
): ReadonlySet<number> =>
  new Set([
    ...usedColumns(columns),
    ...[...ignore, ...notAbove].map((header) => findHeader(headers, header)),
  ])
