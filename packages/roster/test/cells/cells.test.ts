import { describe, expect, it } from 'vitest'
import { problemsOf, rosterOf } from '../read.ts'

const header =
  'ID,Name,Grade,Manager,Role,Hours,External,Region,Languages,Time zone,Offers,Capacity'
const boss = 'E1,Boss,9,,,,,,,,,'
const row = (cells: Partial<Record<string, string>> = {}): string => {
  const sound: Readonly<Record<string, string>> = {
    ID: 'E2',
    Name: 'Ann',
    Grade: '5',
    Manager: 'E1',
    Role: 'junior',
  }
  return header
    .split(',')
    .map((name) => `"${cells[name] ?? sound[name] ?? ''}"`)
    .join(',')
}
const wrong = (cells: Partial<Record<string, string>>): string =>
  problemsOf([header, boss, row(cells)]).join()
const person = (cells: Partial<Record<string, string>>) =>
  rosterOf([header, boss, row(cells)]).people[0]

describe('cells', () => {
  it('hold whole numbers, and the ones to write are named', () => {
    expect(wrong({ Hours: '2,5' })).toBe(
      'line 3, Hours: “2,5” is not a whole number – write 2 or 3: only whole ones count',
    )
    expect(wrong({ Grade: '2-Mar' })).toContain(
      'looks like a date that a spreadsheet made of a number',
    )
    expect(wrong({ Grade: '02.03.2026' })).toContain('looks like a date')
    expect(wrong({ Hours: '999' })).toContain('“999” is not a whole number from 0 to 200')
    expect(wrong({ Capacity: '0' })).toContain('from 1 to 1000')
    expect(person({ Hours: '3.0', Capacity: '2,0' })).toMatchObject({ hours: 3, capacity: 2 })
  })

  it.each([
    ['ja', true],
    ['Oui', true],
    ['SI', true],
    ['x', true],
    ['nein', false],
    ['non', false],
    ['', false],
  ])('answer yes or no in several languages: %s', (External, external) => {
    expect(
      rosterOf([header, boss, row({ External, Manager: external ? '' : 'E1' })]).people[0],
    ).toMatchObject({ external })
  })

  it('answer nothing else', () => {
    expect(wrong({ External: 'perhaps' })).toBe(
      'line 3, External: “perhaps” is neither yes nor no – write yes or no',
    )
  })

  it('name the way to give an order to grades that are words with digits, too', () => {
    expect(wrong({ Grade: 'E12' })).toContain('grades: “A,B,C” in the mapping')
    expect(wrong({ Grade: '5 - Director' })).toContain('grades: “A,B,C” in the mapping')
    expect(wrong({ Grade: '2-Mar' })).not.toContain('grades')
  })

  it('name numbers that a spreadsheet has shortened', () => {
    expect(wrong({ ID: '1.03E+02' })).toContain(
      '“1.03E+02” is a number that a spreadsheet has shortened',
    )
    expect(wrong({ Manager: '1.03E+05' })).toContain('format the column as text, and export anew')
  })

  it('mean one role or both', () => {
    const roles = (Role: string) => person({ Role })?.roles
    expect(roles('junior')).toEqual(['mentor'])
    expect(roles('Senior')).toEqual(['mentee'])
    expect(roles('both')).toEqual(['mentor', 'mentee'])
    expect(roles('Mentor / mentee')).toEqual(['mentor', 'mentee'])
    expect(roles('senior and junior')).toEqual(['mentor', 'mentee'])
    expect(wrong({ Role: 'chief' })).toContain('“chief” is no role')
  })

  it('compare without case, composition and spaces, and keep the spelling that came first', () => {
    const people = rosterOf([
      ...[header, boss, row({ Region: 'Île-de-France', Languages: 'English; German' })],
      row({ ID: 'E3', Region: 'I\u0302LE de  FRANCE', Languages: 'en-GB, Deutsch' }),
    ]).people.map(({ attributes }) => attributes)
    expect(people[1]).toEqual(people[0])
    expect(people[0]).toEqual({ region: 'Île-de-France', languages: ['en', 'de'] })
  })

  it('never bring control characters or directions anywhere', () => {
    const roster = rosterOf([
      header,
      boss,
      row({ Name: 'A\u001b[31mn\u202en\u0000'.replace('\u0000', '\u0007'), Role: 'chi\u202eef' }),
      row({ ID: 'E3', Name: 'A\u2066nn' }),
    ])

    expect(JSON.stringify(roster)).not.toMatch(
      /[\u202a-\u202e\u2066-\u2069]|\\u001b|\\u0007|\u001b|\u0007/,
    )
  })

  it('of 452 letter grades are one sentence, which names the way to give their order', () => {
    const letters = Array.from({ length: 452 }, (_, n) =>
      row({ ID: `P${String(n)}`, Grade: 'ABC'[n % 3] ?? '' }),
    )
    const problems = problemsOf([header, boss, ...letters])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(
      'lines 3, 4, 5 and 449 more, Grade: all 452 cells are text, such as “A”, “B”, “C”',
    )
    expect(problems[0]).toContain('grades: “A,B,C” in the mapping')
    const ordered = rosterOf([header, boss, ...letters], { grades: ['c', 'B', 'A'] })
    expect(ordered.people.slice(0, 3).map(({ seniority }) => seniority)).toEqual([3, 2, 1])
    expect(problemsOf([header, boss, row({ Grade: 'Z' })], { grades: ['A'] })[0]).toContain(
      '“Z” is none of the grades',
    )
  })
})
