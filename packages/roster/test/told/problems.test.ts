import { describe, expect, it } from 'vitest'
import { problemsOf, rosterOf } from '../read.ts'

const head = 'ID,Name,Grade,Manager,Role,Hours'
const people = (count: number, row: (n: number) => string): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, i) => row(i + 2))

describe('What is wrong in the same way', () => {
  it('is told one by one while it is little', () => {
    const told = problemsOf([
      head,
      '1,Boss,9,,,',
      ...people(4, (n) => `${String(n)},P,G${String(n)},1,junior,`),
    ])
    expect(told).toHaveLength(4)
    expect(told[0]).toMatch(/^line 3, Grade: “G2” /)
    expect(told[3]).toMatch(/^line 6, Grade: “G5” /)
  })

  it('is one sentence from five cells on, with some of them', () => {
    const told = problemsOf([
      head,
      '1,Boss,9,,,',
      ...people(8, (n) => `${String(n)},P,G${String(n)},1,junior,`),
    ])
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(
      /^lines 3, 4, 5 and 5 more, Grade: all 8 cells are text, such as “G2”, “G3”, “G4” – /,
    )
  })

  it('says of how many where others are right', () => {
    const told = problemsOf([
      head,
      '1,Boss,9,,,',
      ...people(6, (n) => `${String(n)},P,5,1,junior,${n === 7 ? '3' : 'few'}`),
    ])
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('Hours: 5 cells ')
    expect(told[0]).toContain('“few”')
  })

  it('stands in the order of the source, whatever it is', () => {
    const roster = rosterOf([
      head,
      '1,Boss,9,,,',
      '2,Ann,5,1,junior,x',
      '3,Ben,y,1,junior,',
      '4,Cleo,5,1,captain,',
    ])
    expect(roster.problems.map(({ lines }) => lines)).toEqual([[3], [4], [5]])
  })

  it('names whoever hangs on it', () => {
    const told = problemsOf([
      head,
      '1,Boss,9,,,',
      '2,Ann,5,77,,',
      '3,Ben,4,2,junior,',
      '4,Cleo,4,2,junior,',
    ])
    expect(told[0]).toContain('because of it the line of 2 other people is unknown (lines 4, 5)')
  })
})
