import { describe, expect, it } from 'vitest'
import { sayProblem, type RosterOptions } from '../../src/roster.ts'
import { file, head, rosterOf, row } from './csv.ts'

const problems = (rows: ReadonlyArray<string>, options: RosterOptions = {}) =>
  rosterOf(file(head, ...rows), options).problems

/** What is wrong with one row, beside a sound one that must stay sound. */
const wrongWith = (cells: Readonly<Record<string, string>>, options: RosterOptions = {}) => {
  const sound = row({ 'Employee number': '12', 'Joins as': 'senior', Grade: '9' })
  const roster = rosterOf(file(head, sound, row(cells)), options)
  expect(roster.people.map(({ id }) => id)).toEqual(['12'])
  expect(roster.problems.every(({ line }) => line === 4)).toBe(true)
  return roster.problems.map(({ column, problem }) => `${column}: ${problem}`)
}

describe('a bad row', () => {
  it.each([
    ['no number', { 'Employee number': '' }, 'Employee number: is empty'],
    [
      'a number of somebody else',
      { 'Employee number': '12' },
      'Employee number: “12” stands on line 3 already',
    ],
    ['no name', { Name: '' }, 'Name: is empty'],
    ['an address that is none', { Email: 'ana.example.com' }, 'Email: is no e-mail address'],
    ['an unknown role', { 'Joins as': 'boss' }, 'Joins as: “boss” is no role'],
    ['no grade', { Grade: '' }, 'Grade: is empty'],
    [
      'a grade that is no number',
      { Grade: 'G7' },
      'Grade: “G7” is not a whole number from -1000000 to 1000000',
    ],
    [
      'a fraction of a grade',
      { Grade: '4.5' },
      'Grade: “4.5” is not a whole number from -1000000 to 1000000',
    ],
    ['no manager', { Manager: '' }, 'Manager: is empty'],
    ['an unknown manager', { Manager: '77' }, 'Manager: nobody in the file has the number 77'],
    [
      'themselves as manager',
      { Manager: '11' },
      'Manager: the line of management goes round: 11 → 11',
    ],
    ['a zone that is none', { 'Time zone': 'Lisbon' }, 'Time zone: “Lisbon” is not a time zone'],
    ['a topic of nothing', { 'Topics offered': '???' }, 'Topics offered: “???” is no topic'],
    ['too many hours', { Hours: '900' }, 'Hours: “900” is not a whole number from 0 to 200'],
    ['no place', { Capacity: '0' }, 'Capacity: “0” is not a whole number from 1 to 1000'],
    ['an unclear external', { External: 'perhaps' }, 'External: “perhaps” is neither yes nor no'],
  ])('with %s', (_, cells, said) => {
    expect(wrongWith(cells)).toEqual([said])
  })

  it('with a topic that there is not', () => {
    expect(wrongWith({ 'Topics sought': 'Knitting' }, { topics: ['AI tools'] })).toEqual([
      'Topics sought: “Knitting” is not one of the topics',
    ])
  })

  it('with a cell too many', () => {
    expect(problems([row() + ',more']).map(({ problem }) => problem)).toEqual([
      'the row has 13 cells and the header 12',
    ])
  })

  it('says all that is wrong with it, where, and how to mend it', () => {
    const found = problems([
      row({ Grade: 'G7', Manager: '77', 'Time zone': 'Lisbon' }),
      row({ 'Employee number': '13', Name: '' }),
    ])
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [3, 'Manager'],
      [3, 'Grade'],
      [3, 'Time zone'],
      [4, 'Name'],
    ])
    expect(found.every(({ mend }) => mend.length > 10)).toBe(true)
    expect(found.map(sayProblem)[1]).toBe(
      'line 3, Grade: “G7” is not a whole number from -1000000 to 1000000 – write the grade as a number, higher is more senior',
    )
  })

  it('takes nobody else along: who stands under it has an unknown line', () => {
    const boss = row({ 'Employee number': '20', Manager: '77' })
    const below = row({ 'Employee number': '21', Manager: '20' })
    const { people, problems: found } = rosterOf(file(head, boss, below))
    expect(found.map(({ line }) => line)).toEqual([3])
    expect(people.map(({ id, chain }) => [id, chain])).toEqual([['21', undefined]])
  })
})

describe('the line of management', () => {
  it('leads to the top, nearest first', () => {
    const boss = row({ 'Employee number': '20' })
    const below = row({ 'Employee number': '21', Manager: '20' })
    const { people } = rosterOf(file(below, boss, head))
    expect(people.map(({ chain }) => chain)).toEqual([['20', '1'], ['1']])
  })

  it('may lead to somebody who is not in the file, where it is said that nobody stands above them', () => {
    const { people, problems: found } = rosterOf(file(row({ Manager: '900' })), { top: ['900'] })
    expect([people[0]?.chain, found]).toEqual([['900'], []])
  })

  it('is empty of people who are external', () => {
    const { people } = rosterOf(file(row({ Manager: '', External: 'yes' })))
    expect(people[0]?.chain).toEqual([])
  })

  it('is told of everybody on a round, and of nobody below', () => {
    const round = [
      row({ 'Employee number': '20', Manager: '22' }),
      row({ 'Employee number': '21', Manager: '20' }),
      row({ 'Employee number': '22', Manager: '21' }),
      row({ 'Employee number': '23', Manager: '22' }),
    ]
    expect(problems(round).map(({ line }) => line)).toEqual([3, 4, 5])
  })
})
