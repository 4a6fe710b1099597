import * as E from 'fp-ts/lib/Either.js'
import { readMapping, type RosterMapping } from '@reverse-mentoring/roster'
import { describe, expect, it } from 'vitest'
import { header, refusalOf } from '../read.ts'

const rows = [',Boss,,9,,,', '2,Ann,ann@x.org,5,,junior,'].map((row, i) =>
  row.replace(/^,/, `${String(i + 1)},`),
)
const lines = [`${header},`, ...rows.map((row) => `${row},`)]
const the = 'the headers are “ID”, “Name”, “Email”, “Grade”, “Manager”, “Role”, “External”'

describe('What cannot be read is told whole, with the way to mend it', () => {
  it.each<[RosterMapping, string]>([
    [
      { columns: { grade: 'Band' } },
      `no column is called “Band”, which is to hold the grade – ${the}`,
    ],
    [
      { columns: { manager: 'Chief' } },
      `no column is called “Chief”, which is to hold the manager – ${the}`,
    ],
    [
      { columns: { manager: ['Manager', 'Chief'] } },
      `no column is called “Chief”, which is to hold the manager – ${the}`,
    ],
    [
      { attributes: [{ code: 'skills', header: 'Skills' }] },
      `no column is called “Skills”, which is to hold “skills” – ${the}`,
    ],
    [
      { identity: [{ code: 'gender', header: 'Gender' }] },
      `no column is called “Gender”, which is to hold “gender” – ${the}`,
    ],
    [
      { notAbove: ['Buddy'] },
      `no column is called “Buddy”, which is to hold people who do not stand above – ${the}`,
    ],
    [
      { columns: { manager: 'Manager' }, notAbove: ['Manager'] },
      '“Manager” is to hold managers, and people who do not stand above – take away one of the two: columns.manager: “Manager” in the mapping, or notAbove: “Manager” in the mapping',
    ],
  ])('%j', (mapping, told) => {
    expect(refusalOf(lines, mapping)).toBe(told)
  })

  it('two columns of one name', () => {
    expect(refusalOf(['ID,Name,id ,Grade,Manager,Role', '1,Boss,1,9,,'])).toBe(
      'two columns are called “id” – rename or remove one of them',
    )
  })

  it('words that do not say who is the junior', () => {
    expect(
      refusalOf([header, '1,Boss,,9,,,', '2,Ann,,5,1,mentor,'], { mentorIs: undefined } as never),
    ).toBe(
      'the source says mentor and mentee, and not which of the two is the junior one – say which: mentorIs: “junior” in the mapping (as here: the junior person shares what they know) or mentorIs: “senior” in the mapping',
    )
  })
})

describe('A mapping that is none says what it can be', () => {
  const takes =
    'a mapping has columns, ignore, notAbove, mentorIs, top, topics, grades, attributes, identity'
  it.each([
    [{ columns: { boss: 'Line' } }, /^no column is “boss” – it can be id, (\w+, )+\w+$/],
    [
      { columns: { id: ['a', 'b'] } },
      /^id is one column – give one header; only managers have several$/,
    ],
    [{ column: {} }, new RegExp(`^a mapping has no “column” – ${takes}$`)],
    ['columns', new RegExp(`^this is no mapping of a roster, which is an object – ${takes}$`)],
    [null, new RegExp(`^this is no mapping of a roster, which is an object – ${takes}$`)],
    [[], new RegExp(`^this is no mapping of a roster, which is an object – ${takes}$`)],
    [
      { attributes: [{ code: 'skills' }] },
      /^in the mapping “attributes” is not as it should be – make it /,
    ],
  ])('%j', (json, told) => {
    const read = readMapping(json)
    expect(E.isLeft(read) && `${read.left.problem} – ${read.left.mend}`).toMatch(told)
  })
})
