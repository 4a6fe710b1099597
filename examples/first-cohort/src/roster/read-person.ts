import type { Port, Values } from '@reverse-mentoring/core'
import type { RowReader } from './cell.ts'
import type { Lines } from './lines.ts'
import { readOwnColumns, type OwnColumns } from './own-columns.ts'
import type { RosterPerson } from './roster.ts'

const attributesOf = (reader: RowReader): Port.Attributes => {
  const zone = reader.zone('zone')
  const languages = reader.list('languages').map((language) => language.toLowerCase())
  const texts = (['region', 'department', 'location'] as const).flatMap((column) => {
    const text = reader.text(column)
    return text === '' ? [] : [[column, text] as const]
  })
  return {
    ...Object.fromEntries(texts),
    ...(languages.length > 0 && { languages }),
    ...(zone !== undefined && { zone }),
  }
}

const nameOf = (reader: RowReader): string => {
  const name = [
    reader.text('name'),
    `${reader.text('firstName')} ${reader.text('lastName')}`.trim(),
  ].find((text) => text !== '')
  if (name === undefined)
    reader.wrong('name', 'is empty', 'give the person’s name; it stays in the directory')
  return name ?? ''
}

const addressOf = (reader: RowReader): string | undefined => {
  const address = reader.text('email')
  if (address === '') return undefined
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) {
    reader.wrong(
      'email',
      'is no e-mail address',
      'write one like ana@example.org, or leave it empty',
    )
  }
  return address
}

/** What is read of a row beside its cells. */
export interface PersonContext {
  readonly line: number
  readonly role: Values.Role
  readonly lines: Lines
  readonly own: OwnColumns
  /** The topics that there are; absent where the file itself says. */
  readonly topics: ReadonlySet<Values.Code> | undefined
}

/** Somebody who takes part; what is wrong with the row is kept by its reader. */
export const readPerson = (
  reader: RowReader,
  { line, role, lines, own, topics }: PersonContext,
): RosterPerson => {
  const id = reader.text('id')
  const optional = (
    column: 'hours' | 'capacity',
    least: number,
    most: number,
  ): number | undefined =>
    reader.text(column) === ''
      ? undefined
      : reader.whole(column, least, most, 'correct it, or leave it empty')
  const address = addressOf(reader)
  const hours = optional('hours', 0, 200)
  const fault = lines.faultOf(id)
  if (fault !== undefined) reader.wrong('manager', fault.problem, fault.mend)
  const chain = lines.chainOf(id)
  const { attributes, identity } = readOwnColumns(own, reader)
  return {
    line,
    id,
    name: nameOf(reader),
    ...(address !== undefined && { address }),
    role,
    seniority:
      reader.whole(
        'grade',
        -1_000_000,
        1_000_000,
        'write the grade as a number, higher is more senior',
      ) ?? 0,
    external: reader.yes('external'),
    capacity: optional('capacity', 1, 1000) ?? 1,
    ...(hours !== undefined && { hours }),
    offered: reader.topics('offered', topics),
    sought: reader.topics('sought', topics),
    attributes: { ...attributesOf(reader), ...attributes },
    ...(own.identity.length > 0 && { identity, agrees: reader.yes('agrees') }),
    ...(chain !== undefined && { chain }),
  }
}
