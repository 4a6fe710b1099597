import { sayRead } from '@reverse-mentoring/roster'
import { describe, expect, it } from 'vitest'
import { rosterOf } from '../read.ts'

const readOf = (...asked: Parameters<typeof rosterOf>) => {
  const { read } = rosterOf(...asked)
  return [read, sayRead(read)] as const
}

describe('What was read', () => {
  it('is told of every column, and of each how many cells say something', () => {
    const [read, said] = readOf(
      [
        'ID,Name,Grade,Manager,Role,Region,Skills,Car,',
        '1,Boss,9,,,,,,',
        '2,Ann,5,1,junior,,sql,blue,',
        '3,Ben,6,1,junior,,,,left over',
      ],
      { attributes: [{ code: 'skills', header: 'Skills' }] },
    )
    expect(read).toMatchObject({ unit: 'line', rows: 3, taking: 2 })
    expect(read.columns).toEqual([
      { as: 'id', header: 'ID', filled: 3 },
      { as: 'name', header: 'Name', filled: 3 },
      { as: 'role', header: 'Role', filled: 2 },
      { as: 'grade', header: 'Grade', filled: 3 },
      { as: 'region', header: 'Region', filled: 0 },
      { as: 'manager', header: 'Manager', filled: 2 },
      { as: 'skills', header: 'Skills', filled: 1 },
    ])
    expect(read.ignored).toEqual([
      { header: 'Car', filled: 1 },
      { header: 'column 9, without a header', filled: 1 },
    ])
    expect(said).toEqual([
      '3 rows; 2 people take part.',
      'Read: id from “ID”, name from “Name”, role from “Role”, grade from “Grade”, region from “Region”, manager from “Manager”, skills from “Skills”.',
      'Empty in every row: “Region”.',
      'Ignored: “Car”, “column 9, without a header”.',
      'Read as CSV, separated by commas.',
    ])
  })

  it('is told of one, and of nothing that is not there', () => {
    const [, said] = readOf(['ID,Name,Grade,Manager,Role', '1,Boss,9,,', '2,Ann,5,1,junior'])
    expect(said).toEqual([
      '2 rows; 1 person takes part.',
      'Read: id from “ID”, name from “Name”, role from “Role”, grade from “Grade”, manager from “Manager”.',
      'Read as CSV, separated by commas.',
    ])
  })

  it('counts who is marked as having left', () => {
    const lines = ['ID,Name,Grade,Manager,Role,Status', '1,Boss,9,,,', '2,Ann,5,1,junior,left']
    expect(readOf(lines)[1].at(-1)).toBe('1 person is marked as having left.')
    expect(readOf([...lines, '3,Ben,5,1,junior,left'])[1].at(-1)).toBe(
      '2 people are marked as having left.',
    )
  })
})
