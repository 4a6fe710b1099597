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
