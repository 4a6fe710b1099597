import type { Values } from '@reverse-mentoring/core'
import type { Columns } from '../columns/columns.ts'
import type { FieldName } from '../columns/fields.ts'
import type { RosterPerson } from '../roster.ts'
import { quoted, some } from '../text/quoted.ts'
import { answerOf } from '../words/answer.ts'
import { listOf } from '../words/list-of.ts'
import { topicCode } from '../words/topic-code.ts'
import { attributesOf, identityOf, type AttributeWords } from './attributes.ts'
import type { RowCells } from './row-cells.ts'
import { wholeOf } from './whole.ts'

/** What is read of a row beside its cells. */
export interface PersonContext {
  readonly columns: Columns
  readonly gradeOf: (cells: RowCells) => number | undefined
  readonly words: AttributeWords
  /** The topics that there are; absent where the source itself says. */
  readonly topics: ReadonlyMap<Values.Code, string> | undefined
  readonly topicsAdvice: string
}

/** The whole name of a row. */
export const nameOf = (cells: RowCells): string =>
  cells.text('name') || `${cells.text('firstName')} ${cells.text('lastName')}`.trim()

/** What a cell answers, a no where it answers nothing and is wrong. */
const answerIn = (cells: RowCells, field: 'agrees' | 'external'): boolean => {
  const text = cells.text(field)
  const answer = answerOf(text)
  if (answer === undefined)
    cells.wrong(field, {
      kind: field,
      problem: `${quoted(text)} is neither yes nor no`,
      mend: 'write yes or no',
      cell: text,
      many: 'are neither yes nor no',
    })
  return answer === true
}

const addressOf = (cells: RowCells): string | undefined => {
  const address = cells.text('email').replace(/^mailto:/i, '')
  if (address === '') return undefined
  if (/^[^\s@]+@[^\s@]+$/.test(address)) return address
  cells.wrong('email', {
    kind: 'email',
    problem: `${quoted(address)} is no e-mail address`,
    mend: 'write one like ana@example.org, or leave it empty',
    cell: address,
    many: 'are no e-mail addresses',
  })
  return undefined
}

const numberIn = (
  cells: RowCells,
  field: 'capacity' | 'hours',
  least: number,
  most: number,
): number | undefined => {
  const text = cells.text(field)
  if (text === '') return undefined
  const whole = wholeOf(text, least, most, 'correct it, or leave it empty')
  if ('number' in whole) return whole.number
  cells.wrong(field, { kind: 'number', ...whole, cell: text, many: 'are no whole numbers' })
  return undefined
}

const topicsIn = (
  cells: RowCells,
  field: FieldName & ('offered' | 'sought'),
  { topics, topicsAdvice }: PersonContext,
): ReadonlyArray<Values.Code> => {
  const wrong = (label: string, what: string, many: string, mend: string): [] => {
    cells.wrong(field, {
      kind: 'topic',
      problem: `${quoted(label)} ${what}`,
      mend,
      cell: label,
      many,
    })
    return []
  }
  const codes = listOf(cells.text(field)).flatMap((label) => {
    const code = topicCode(label)
    if (code === undefined)
      return wrong(label, 'is no topic', 'are no topics', 'name it with letters or digits')
    if (topics === undefined || topics.has(code)) return [code]
    const known = some([...topics.values()], 12)
    return wrong(
      label,
      'is not one of the topics',
      'are none of the topics',
      `correct it to one of ${known}; or add it: ${topicsAdvice}`,
    )
  })
  return [...new Set(codes)]
}

/** Somebody who takes part, without their line; what is wrong with the row is kept by its cells. */
export const readPerson = (
  cells: RowCells,
  roles: ReadonlyArray<Values.Role>,
  context: PersonContext,
): Omit<RosterPerson, 'chain' | 'direct'> => {
  const { columns, gradeOf, words } = context
  const name = nameOf(cells)
  if (name === '')
    cells.wrong('name', {
      kind: 'name-empty',
      problem: 'is empty',
      mend: 'give the person’s name; it stays in the directory',
      cell: '',
      many: 'are empty',
    })
  const address = addressOf(cells)
  const hours = numberIn(cells, 'hours', 0, 200)
  const capacity = numberIn(cells, 'capacity', 1, 1000)
  return {
    line: cells.line,
    id: cells.text('id'),
    name,
    ...(address !== undefined && { address }),
    roles,
    seniority: gradeOf(cells) ?? 0,
    external: answerIn(cells, 'external'),
    ...(capacity !== undefined && { capacity }),
    ...(hours !== undefined && { hours }),
    offered: topicsIn(cells, 'offered', context),
    sought: topicsIn(cells, 'sought', context),
    attributes: attributesOf(columns.attributes, cells, words),
    ...(columns.identity.length > 0 && {
      identity: identityOf(columns.identity, cells),
      agrees: answerIn(cells, 'agrees'),
    }),
  }
}
