import type { RosterProblem } from './problem.ts'
import { counted, quoted } from './text/quoted.ts'
import type { WhatWasRead } from './what-was-read.ts'

/** Lines in words, as many as a reader takes in: `lines 3, 5, 9 and 449 more`. */
const sayLines = (lines: ReadonlyArray<number>, unit: 'line' | 'record'): string => {
  const shown = lines.slice(0, lines.length > 6 ? 3 : 6).map(String)
  const more = lines.length - shown.length
  const all = `${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`
  return `${unit}${lines.length === 1 ? '' : 's'} ${all}`
}

/** What is wrong and where, without how to mend it: `line 12, Grade: “G7” is not a whole number …`. */
export const sayWrong = (
  { lines, column, problem, below = [] }: RosterProblem,
  unit: 'line' | 'record',
): string => {
  const hanging =
    below.length === 0
      ? ''
      : `; because of it the line of ${counted(below.length, 'other person', 'other people')} is unknown (${sayLines(below, unit)})`
  return `${sayLines(lines, unit)}, ${column}: ${problem}${hanging}`
}

/** A problem in one sentence: what is wrong, where, and how to mend it. */
export const sayProblem = (problem: RosterProblem, unit: 'line' | 'record'): string =>
  `${sayWrong(problem, unit)} – ${problem.mend}`

/** What was read from where and what was ignored, a sentence each. */
export const sayRead = ({
  rows,
  taking,
  columns,
  ignored,
  notes,
}: WhatWasRead): ReadonlyArray<string> => {
  const as = columns.map(({ as: what, header }) => `${what} from ${quoted(header)}`)
  const empty = columns.filter(({ filled }) => filled === 0).map(({ header }) => quoted(header))
  return [
    `${counted(rows, 'row')}; ${counted(taking, 'person takes', 'people take')} part.`,
    `Read: ${as.join(', ')}.`,
    ...(empty.length === 0 ? [] : [`Empty in every row: ${empty.join(', ')}.`]),
    ...(ignored.length === 0
      ? []
      : [`Ignored: ${ignored.map(({ header }) => quoted(header)).join(', ')}.`]),
    ...notes,
  ]
}
