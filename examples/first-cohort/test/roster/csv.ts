import * as E from 'fp-ts/lib/Either.js'
import { readRoster, type Roster, type RosterOptions } from '../../src/roster.ts'

export const header =
  'Employee number,Name,Email,Joins as,Grade,Manager,Time zone,Topics offered,Topics sought,External,Hours,Capacity'

/** A sound row, with other cells where a test says so. */
export const row = (cells: Readonly<Record<string, string>> = {}): string => {
  const sound: Readonly<Record<string, string>> = {
    'Employee number': '11',
    Name: 'Ana Sá',
    Email: 'ana@example.com',
    'Joins as': 'junior',
    Grade: '4',
    Manager: '1',
    'Time zone': 'Europe/Lisbon',
    'Topics offered': 'AI tools',
    'Topics sought': '',
    External: 'no',
    Hours: '',
    Capacity: '',
  }
  return header
    .split(',')
    .map((name) => cells[name] ?? sound[name] ?? '')
    .join(',')
}

/** The head of all, who stands there for the line only. */
export const head = row({ 'Employee number': '1', 'Joins as': '', Manager: '', Grade: '14' })

export const file = (...rows: ReadonlyArray<string>): Uint8Array =>
  new TextEncoder().encode([header, ...rows].join('\n') + '\n')

/** The roster of a file that can be read. */
export const rosterOf = (bytes: Uint8Array, options: RosterOptions = {}): Roster => {
  const read = readRoster(bytes, options)
  if (E.isLeft(read)) throw new Error(`${read.left.problem}: ${read.left.mend}`)
  return read.right
}

/** Why a file cannot be read. */
export const refusalOf = (bytes: Uint8Array, options: RosterOptions = {}): string => {
  const read = readRoster(bytes, options)
  return E.isLeft(read) ? `${read.left.problem}; ${read.left.mend}` : ''
}
