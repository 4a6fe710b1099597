/** Reading a roster: from a CSV file of a personnel system to people who can be enrolled. */
export { columnNames, type ColumnName } from './roster/columns.ts'
export { sayProblem, type RowProblem, type UnreadableRoster } from './roster/problem.ts'
export { readRoster, type RosterOptions } from './roster/read-roster.ts'
export type { MentorIs } from './roster/role.ts'
export type { Roster, RosterPerson } from './roster/roster.ts'
