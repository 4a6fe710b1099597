import * as E from 'fp-ts/lib/Either.js'
import {
  csvSheet,
  readRoster,
  sayProblem,
  type Roster,
  type RosterMapping,
  type UnreadableRoster,
} from '@reverse-mentoring/roster'

/** Reads lines of CSV. */
export const reading = (
  lines: ReadonlyArray<string>,
  mapping: RosterMapping = {},
): E.Either<UnreadableRoster, Roster> => {
  const sheet = csvSheet(new TextEncoder().encode(lines.join('\n')))
  return E.isLeft(sheet) ? sheet : readRoster(sheet.right, { mentorIs: 'junior', ...mapping })
}

/** The roster of lines that can be read. */
export const rosterOf = (lines: ReadonlyArray<string>, mapping: RosterMapping = {}): Roster => {
  const roster = reading(lines, mapping)
  if (E.isLeft(roster)) throw new Error(`${roster.left.problem} – ${roster.left.mend}`)
  return roster.right
}

/** What is wrong with lines that cannot be read at all. */
export const refusalOf = (lines: ReadonlyArray<string>, mapping: RosterMapping = {}): string => {
  const roster = reading(lines, mapping)
  if (E.isRight(roster)) throw new Error('it was read')
  return `${roster.left.problem} – ${roster.left.mend}`
}

/** Everything that is wrong with the rows, in a sentence each. */
export const problemsOf = (
  lines: ReadonlyArray<string>,
  mapping: RosterMapping = {},
): ReadonlyArray<string> =>
  rosterOf(lines, mapping).problems.map((problem) => sayProblem(problem, 'line'))

/** Who stands above whom, as far as it is known. */
export const chainsOf = (
  lines: ReadonlyArray<string>,
  mapping: RosterMapping = {},
): Readonly<Record<string, ReadonlyArray<string> | undefined>> =>
  Object.fromEntries(rosterOf(lines, mapping).people.map(({ id, chain }) => [id, chain]))

export const header = 'ID,Name,Email,Grade,Manager,Role,External'
