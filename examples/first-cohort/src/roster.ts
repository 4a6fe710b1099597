/** Reading a roster as the command line says. */
export { readSource } from './read-source.ts'
export { columnHelp, withRoster, type RosterOptions } from './roster-options.ts'
export { sayProblems } from './say-problems.ts'
