import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { readMapping, sayRead } from '@reverse-mentoring/roster'
import { refusalOf, rosterOf } from '../read.ts'

const rows = ['1,Boss,9,,', '2,Ann,5,1,junior']

describe('columns', () => {
  it('that are missing are named all at once, with the likely ones', () => {
    const refusal = refusalOf(['Personnel Nr,Full Name,Pay grade,Line,Joined', ...rows])
    expect(refusal).toContain(
      'no column is known as the employee number, the role, the grade, the manager',
    )
    expect(refusal).toContain('columns.id: “Personnel Nr” in the mapping')
    expect(refusal).toContain('columns.grade: “Pay grade” in the mapping')
    expect(refusal).toContain('Not used so far: “Personnel Nr”, “Pay grade”, “Line”, “Joined”')
  })

  it('are mapped once, and the mapping can be kept', () => {
    const mapping = {
      columns: { id: 'Personnel Nr', role: 'Joined', grade: 'Pay grade', manager: 'Line' },
    }
    const kept = readMapping(JSON.parse(JSON.stringify(mapping)))
    expect(kept).toEqual(E.right(mapping))
    expect(
      rosterOf(['Personnel Nr,Full Name,Pay grade,Line,Joined', ...rows], mapping).people,
    ).toHaveLength(1)
  })

  it.each([
    [{ column: {} }, 'a mapping has no “column”'],
    [{ columns: { boss: 'Line' } }, 'no column is “boss”'],
    [{ columns: { id: ['a', 'b'] } }, 'id is one column'],
    [
      { columns: 3 },
      'in the mapping “columns” is not as it should be – make it an object of headers',
    ],
    [{ top: '100' }, '“top” is not as it should be – make it a list of texts'],
    [{ mentorIs: 'old' }, 'make it "junior" or "senior"'],
    [[], 'this is no mapping'],
    [{ attributes: [{ code: 'gender', header: 'Gender' }] }, '“Gender” is about the person'],
    [
      { attributes: [{ code: 'g', header: 'Date of birth' }] },
      '“Date of birth” is about the person',
    ],
    [{ attributes: [{ code: 'Skills!', header: 'Skills' }] }, '“Skills!” is no code'],
    [{ identity: [{ code: 'region', header: 'Region' }] }, 'region is read from every roster'],
    [
      { identity: [{ code: 'gender', header: 'Gender', kind: 'list' }] },
      'gender is identity, and so a text',
    ],
  ])('are not mapped by %j', (json, problem) => {
    const read = readMapping(json)
    expect(E.isLeft(read) && `${read.left.problem} – ${read.left.mend}`).toContain(problem)
  })

  it('of hours with a decimal comma name nobody, though numbers without their zeros do', () => {
    const people = ['2,5', '1,5', '3'].map(
      (hours, n) => `0000${String(n + 2)};P Q;2;00001;junior;${hours}`,
    )
    const rows = ['ID;Name;Grade;Manager;Role;Std', '00001;Vic Poe;9;;;', ...people]
    const more = Array.from({ length: 30 }, (_, n) => `000${String(n + 10)};R S;2;00001;;`)
    const roster = rosterOf([...rows, ...more], { columns: { hours: 'Std' } })
    expect(new Set(roster.problems.map(({ kind }) => kind))).toEqual(new Set(['number']))
  })

  it('that were read and that were ignored are always told', () => {
    const { read } = rosterOf([
      'ID,Name,Grade,Manager,Role,Gender,,Desk',
      '1,Boss,9,,,m,,',
      '2,Ann,5,1,junior,f,odd,',
    ])
    expect(read.ignored).toEqual([
      { header: 'Gender', filled: 2 },
      { header: 'column 7, without a header', filled: 1 },
      { header: 'Desk', filled: 0 },
    ])
    const told = sayRead(read).join('\n')
    expect(told).toContain('2 rows; 1 person takes part.')
    expect(told).toContain('id from “ID”')
    expect(told).toContain('Ignored: “Gender”, “column 7, without a header”, “Desk”.')
  })

  it('of one’s own are attributes, those of the person are identity', () => {
    const [ann] = rosterOf(
      [
        'ID,Name,Grade,Manager,Role,Skills,Pace,Gender',
        '1,Boss,9,,,,,',
        '2,Ann,5,1,junior,"SQL; sql; R",3,Woman',
      ],
      {
        attributes: [
          { code: 'skills', header: 'skills', kind: 'list' },
          { code: 'pace', header: 'Pace', kind: 'number' },
        ],
        identity: [{ code: 'gender', header: 'Gender' }],
      },
    ).people
    expect(ann).toMatchObject({
      attributes: { skills: ['sql', 'r'], pace: 3 },
      identity: { gender: 'woman' },
      agrees: false,
    })
  })

  it.each([
    ['On leave (maternity)', false],
    ['Active - part time', false],
    ['Elternzeit', false],
    ['Terminated: 2026-01-31', true],
    ['Left (resigned)', true],
    ['Active (leaving)', undefined],
    ['Blue', undefined],
  ])('say with “%s” whether somebody has left', (status, left) => {
    const roster = rosterOf([
      'ID,Name,Grade,Manager,Role,Status',
      '1,Boss,9,,,',
      `2,Ann,5,1,junior,${status}`,
    ])
    expect(roster.leavers).toEqual(left === true ? ['2'] : [])
    expect(roster.problems).toHaveLength(left === undefined ? 1 : 0)
  })

  it('ask for leavers where they are called so: there a no means that somebody stays', () => {
    const { leavers } = rosterOf([
      'ID,Name,Grade,Manager,Role,Leaver',
      ...['1,Boss,9,,,no', '2,Ann,5,1,junior,yes', '3,Bob,5,1,junior,No', '4,Cy,5,1,junior,'],
    ])
    expect(leavers).toEqual(['2'])
  })

  it('that are ignored and not there are said to be so, and those without a header have a place', () => {
    const lines = ['ID,Name,Grade,Manager,Role,', '1,Boss,9,,,', '2,Ann,5,1,junior,odd']
    expect(refusalOf(lines, { ignore: ['Mangaer'] })).toContain(
      'no column is called “Mangaer”, which is to be ignored',
    )
    expect(rosterOf(lines, { ignore: ['column 6'] }).people).toHaveLength(1)
    expect(rosterOf(lines, { columns: { region: 'Column 6' } }).people[0]?.attributes).toEqual({
      region: 'odd',
    })
    expect(refusalOf(lines, { ignore: ['column 5'] })).toContain('no column is called “column 5”')
    expect(
      refusalOf(lines, { columns: { manager: 'column 6' }, notAbove: ['column 6'] }),
    ).toContain('“column 6” is to hold managers, and people who do not stand above')
  })

  it('tell who may stand there twice, and leave nobody out for it', () => {
    const { people, read } = rosterOf([
      'ID,Name,Grade,Manager,Role,Department',
      '1001,Boss,9,,,',
      ...['1002,Ann Lee,5,1001,junior,Sales', '7777,"Lee, Ann",5,1001,senior,Sales'],
      ...['1003,Bo Ek,5,1001,junior,Sales', 'C1003,Bo Ek,2,1002,senior,Legal'],
      ...['1004,Cy Poe,5,1001,junior,Sales', '1005,Cy Poe,4,1001,junior,Sales'],
    ])
    expect(people).toHaveLength(6)
    expect(read.notes.filter((note) => note.includes('several numbers'))).toEqual([
      expect.stringContaining(
        '“Ann Lee” stands under several numbers, with the same manager, department and grade: line 3 (“1002”), line 4 (“7777”). If this is one person, keep one number',
      ),
      expect.stringContaining('“Bo Ek” stands under several numbers, with the same digits in them'),
    ])
  })

  it('say who has left, and that who is only absent has not', () => {
    const { people, leavers, read } = rosterOf([
      'ID,Name,Grade,Manager,Role,Status',
      '1,Boss,9,,,active',
      '2,Ann,5,1,junior,Left',
      '3,Bob,5,2,junior,',
    ])
    expect(people.map(({ id, chain }) => [id, chain])).toEqual([['3', ['2', '1']]])
    expect(leavers).toEqual(['2'])
    expect(read.notes.join()).toContain('1 person is marked as having left')
  })
})

it('a header that names managers is not ignored while one of its cells names somebody', () => {
  const lines = [
    'ID,Name,Grade,Manager,Role,Project lead',
    '100,Boss,9,,,',
    '200,Ann,5,100,junior,',
    '300,Ben,7,100,senior,outside',
    '400,Cleo,7,100,senior,the board',
    '500,Dan,4,100,junior,300',
  ]
  expect(refusalOf(lines, { ignore: ['Project lead'] })).toMatch(
    /^the column “Project lead” is to be ignored, and 1 of its 3 cells names people of the source: .*notAbove: “Project lead” in the mapping$/,
  )
  expect(rosterOf(lines, { notAbove: ['Project lead'] }).people).toHaveLength(4)
})
