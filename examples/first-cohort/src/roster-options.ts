import { InvalidArgumentError, Option, type Command } from 'commander'
import {
  columnNames,
  type RosterMapping,
  type Setting,
  type SettingWords,
} from '@reverse-mentoring/roster'

/** What was said on the command line of how to read a roster; what is absent was not said. */
export interface RosterOptions {
  readonly roster?: string
  readonly mapping?: string
  readonly keepMapping?: string
  readonly column?: Readonly<Record<string, ReadonlyArray<string>>>
  readonly ignore?: ReadonlyArray<string>
  readonly notAbove?: ReadonlyArray<string>
  readonly mentorIs?: 'junior' | 'senior'
  readonly top?: ReadonlyArray<string>
  readonly topics?: ReadonlyArray<string>
  readonly grades?: ReadonlyArray<string>
  readonly skipInvalid?: true
}

const columnOf = (
  text: string,
  before: RosterOptions['column'] = {},
): NonNullable<RosterOptions['column']> => {
  const [, name = '', header = ''] = /^(\w+)=(.+)$/.exec(text) ?? []
  if (header !== '') return { ...before, [name]: [...(before[name] ?? []), header] }
  throw new InvalidArgumentError(`Write name="Full name"; the names are ${columnNames.join(', ')}.`)
}

const listOf = (text: string, before: ReadonlyArray<string> = []): ReadonlyArray<string> => {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (items.length > 0) return [...before, ...items]
  throw new InvalidArgumentError('Write one or more, with commas between them.')
}

const oneMore = (text: string, before: ReadonlyArray<string> = []): ReadonlyArray<string> => [
  ...before,
  text,
]

/** Gives a command the options of reading a roster. */
export const withRoster = (command: Command): Command =>
  command
    .option('--roster <file>', 'CSV or JSON of your personnel system (default: the one here)')
    .option('--mapping <file>', 'how to read it, as kept by --keep-mapping')
    .option('--keep-mapping <file>', 'keep how it is read, for the next export')
    .addOption(
      new Option('--mentor-is <who>', 'whom the file calls mentor').choices(['junior', 'senior']),
    )
    .option('--column <name=header>', 'where to find a column (repeatable)', columnOf)
    .option('--ignore <header>', 'a column to leave out (repeatable)', oneMore)
    .option('--not-above <header>', 'a column of people who stand above nobody', oneMore)
    .option('--top <numbers>', 'employee numbers above whom nobody stands', listOf)
    .option('--topics <list>', 'the only topics that there are', listOf)
    .option('--grades <list>', 'grades that are words, the most junior first', listOf)

/** What a column can be named as, for the help. */
export const columnHelp = `
--column takes ${columnNames
  .join(', ')
  .replace(/(.{1,64})(?:, |$)/g, '$1,\n  ')
  .trim()
  .replace(/,$/, '')};
  manager more than once, for joint managers.`

/** What the settings of a mapping are called here. */
const optionOf: Readonly<Record<Setting, string>> = {
  ...{ columns: 'column', grades: 'grades', ignore: 'ignore', mentorIs: 'mentor-is' },
  ...{ notAbove: 'not-above', top: 'top', topics: 'topics' },
}

/** How a setting is given on the command line. */
export const onCommandLine: SettingWords = (setting, value, column) => {
  const text = column === undefined ? value : `${column}=${value}`
  // In single quotes a shell reads nothing into it.
  const safe = /^[\w.@=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
  return `--${optionOf[setting]} ${safe}`
}

const listed = (texts: string | ReadonlyArray<string> = []): ReadonlyArray<string> =>
  typeof texts === 'string' ? [texts] : texts

/** What was kept, and what was said beside it. */
const added = (
  kept: ReadonlyArray<string> = [],
  said: ReadonlyArray<string> = [],
): ReadonlyArray<string> => [...new Set([...kept, ...said])]

/**
 * The mapping that the options say, over a kept one. What is said of managers, of columns to leave out and of the top is
 * said beside what was kept, as advice means it; everything else in its place.
 */
export const mappingOf = (
  { column = {}, ignore, notAbove, mentorIs, top, topics, grades }: RosterOptions,
  kept: RosterMapping,
): RosterMapping => {
  const columns = Object.fromEntries(
    Object.entries(column).map(([name, said]) => {
      const headers = name === 'manager' ? added(listed(kept.columns?.[name]), said) : said
      return [name, headers.length === 1 ? (headers[0] ?? '') : headers]
    }),
  )
  return {
    ...kept,
    ...(Object.keys(columns).length > 0 && { columns: { ...kept.columns, ...columns } }),
    ...(ignore !== undefined && { ignore: added(kept.ignore, ignore) }),
    ...(notAbove !== undefined && { notAbove: added(kept.notAbove, notAbove) }),
    ...(mentorIs !== undefined && { mentorIs }),
    ...(top !== undefined && { top: added(kept.top, top) }),
    ...(topics !== undefined && { topics }),
    ...(grades !== undefined && { grades }),
  }
}
