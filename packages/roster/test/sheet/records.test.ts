import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  jsonOf,
  readRoster,
  recordSheet,
  scimSheet,
  type Roster,
  type Sheet,
  type UnreadableRoster,
} from '@reverse-mentoring/roster'

const rosterFrom = (sheet: E.Either<UnreadableRoster, Sheet>): Roster => {
  const roster = E.isLeft(sheet) ? sheet : readRoster(sheet.right, { mentorIs: 'junior' })
  if (E.isLeft(roster)) throw new Error(`${roster.left.problem} – ${roster.left.mend}`)
  return roster.right
}

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const own = 'urn:example:params:scim:schemas:extension:programme:2.0:User'

const user = (id: string, manager: string | undefined, extra: object) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise, own],
  id,
  userName: `${id}@example.org`,
  name: { givenName: 'Ana', familyName: `No ${id}` },
  emails: [
    { value: `${id}@home.example`, type: 'home' },
    { value: `${id}@example.org`, type: 'work', primary: true },
  ],
  timezone: 'Europe/Lisbon',
  preferredLanguage: 'pt-PT',
  active: true,
  [enterprise]: {
    employeeNumber: `0${id}`,
    department: 'Finance',
    ...(manager !== undefined && { manager: { value: manager, displayName: 'Ana' } }),
  },
  ...extra,
})

describe('records', () => {
  it('have the names of their fields as headers, and lists as several texts', () => {
    const { people, read } = rosterFrom(
      recordSheet([
        { id: 1, name: 'Boss', grade: 9 },
        {
          id: 2,
          name: 'Ann',
          grade: 5,
          role: 'junior',
          manager: { id: 1 },
          offers: ['AI tools', 'C#'],
          external: false,
        },
      ]),
    )
    expect(people).toMatchObject([
      { id: '2', line: 2, chain: ['1'], offered: ['ai-tools', 'c-sharp'] },
    ])
    expect(read.unit).toBe('record')
  })

  it('are known by headers that are joined as programs join them', () => {
    const { people } = rosterFrom(
      recordSheet([
        { employeeId: 'E1', firstName: 'Vic', lastName: 'Stanhope', jobLevel: 9, managerId: '' },
        {
          ...{
            employeeId: 'E2',
            firstName: 'Kim',
            lastName: 'Okafor',
            jobLevel: 2,
            managerId: 'E1',
          },
          ...{ joinsAs: 'junior', timeZone: 'Europe/London', topicsOffered: ['C#'] },
        },
      ]),
    )
    expect(people).toMatchObject([
      {
        ...{ id: 'E2', name: 'Kim Okafor', seniority: 2, chain: ['E1'], offered: ['c-sharp'] },
        attributes: { zone: 'Europe/London' },
      },
    ])
    const born = recordSheet([{ id: 1, dateOfBirth: '2000-01-01' }])
    const read = E.flatMap((sheet: Sheet) =>
      readRoster(sheet, { attributes: [{ code: 'since', header: 'dateOfBirth' }] }),
    )(born)
    expect(E.isLeft(read) && read.left.problem).toContain('about the person')
  })

  it('name managers in lists of records, too', () => {
    const { people } = rosterFrom(
      recordSheet([
        { id: '100', name: 'Vic', grade: 9 },
        { id: '101', name: 'Ana', grade: 8, role: 'senior', manager: [{ id: '100' }] },
        {
          ...{ id: '102', name: 'Kim', grade: 2, role: 'junior' },
          ...{ managerId: '100', matrixManagers: [{ id: '101' }] },
        },
      ]),
    )
    expect(people.map(({ chain }) => chain)).toEqual([['100'], ['100', '101']])
    const deep = Array.from({ length: 30 }).reduce<unknown>((inner) => ({ inner }), 'x')
    const read = recordSheet([deep])
    expect(E.isLeft(read) && read.left.problem).toContain('too deep')
  })

  it('hold no number that is too long for a number: two of them would become one', () => {
    const read = recordSheet([{ id: '1', manager: { id: 2 ** 53 + 2 } }])
    expect(read).toMatchObject({
      left: {
        problem: 'record 1 holds a number too long to be read exactly (“9007199254740994”)',
        mend: 'write such numbers as texts, in quotes',
      },
    })
  })

  it.each([[undefined], [{}], [[1]], [[]], [[{}]]])(
    'are refused where they are none: %j',
    (json) => {
      expect(E.isLeft(recordSheet(json))).toBe(true)
    },
  )
})

describe('SCIM users', () => {
  const users = [
    user('a', undefined, { [own]: { grade: 9 } }),
    user('b', 'a', { [own]: { grade: 4, role: 'junior' } }),
    user('c', 'b', { [own]: { grade: 2, role: 'junior' }, active: false }),
  ]

  it('are read by the core and the enterprise schema, with the manager by id', () => {
    const response = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 3,
      Resources: users,
    }
    const { people, leavers } = rosterFrom(scimSheet(response))
    expect(people).toMatchObject([
      {
        ...{ id: 'b', name: 'Ana No b', address: 'b@example.org', chain: ['a'], seniority: 4 },
        attributes: { department: 'Finance', zone: 'Europe/Lisbon', languages: ['pt'] },
      },
    ])
    expect(leavers).toEqual(['c'])
  })

  it('take their roles from an extension that says them, and who they are from nowhere else', () => {
    const roles = [{ value: 'Administrator' }]
    const { people } = rosterFrom(
      scimSheet([
        user('a', undefined, { roles, [own]: { grade: 9, roles: '' } }),
        user('b', 'a', { roles, [own]: { grade: 4, roles: 'junior', id: 'a', name: 'Boss' } }),
      ]),
    )
    expect(people).toMatchObject([{ id: 'b', name: 'Ana No b', chain: ['a'] }])
    const plain = rosterFrom(
      scimSheet([
        user('a', undefined, { [own]: { grade: 9 } }),
        user('b', 'a', { roles: [{ value: 'junior' }], [own]: { grade: 4 } }),
      ]),
    )
    expect(plain.people).toMatchObject([{ id: 'b', roles: ['mentor'] }])
  })

  it.each([['a'], [{ $ref: '../Users/a' }], [[{ value: 'a' }]], [{ managerId: 'a' }]])(
    'name their manager in other shapes: %j',
    (manager) => {
      const odd = {
        ...user('b', undefined, { [own]: { grade: 4, role: 'junior' } }),
        [enterprise]: { manager },
      }
      const { people } = rosterFrom(scimSheet([users[0], odd]))
      expect(people.map(({ chain }) => chain)).toEqual([['a']])
    },
  )

  it.each([
    ['a field of its own', { supervisor: 'c' }, {}],
    ['another case', { Manager: { value: 'c' } }, {}],
    ['another case of the extension', {}, { Manager: [{ value: 'c' }] }],
    ['a field of the extension', {}, { matrixManager: { value: 'c' } }],
    ['the reference', {}, { manager: { value: 'a', $ref: '../Users/c' } }],
    ['the extension’s name in capitals', { [enterprise.toUpperCase()]: { manager: 'c' } }, {}],
  ])('name one more manager by %s', (_, core, work) => {
    const all = [
      user('a', undefined, { [own]: { grade: 9 } }),
      user('c', 'a', { [own]: { grade: 9, role: 'senior' } }),
    ]
    const odd = {
      ...user('b', undefined, { [own]: { grade: 4, role: 'junior' } }),
      ...{ [enterprise]: { manager: { value: 'a' }, ...work }, ...core },
    }
    const { people } = rosterFrom(scimSheet([...all, odd]))
    expect(people.find(({ id }) => id === 'b')?.chain).toEqual(['a', 'c'])
  })

  it('are told where the name of one of several managers is somebody else’s', () => {
    const sheet = scimSheet([
      user('a', undefined, { [own]: { grade: 9 } }),
      user('c', 'a', { displayName: 'Bo', name: { formatted: 'Bob Lee' }, [own]: { grade: 9 } }),
      {
        ...user('b', undefined, { [own]: { grade: 4, role: 'junior' } }),
        [enterprise]: { manager: [{ value: 'a', displayName: 'Bob Lee' }] },
      },
    ])
    expect(rosterFrom(sheet).problems).toMatchObject([{ kind: 'manager-contradicts' }])
  })

  it('are asked about where something else beside the manager names somebody', () => {
    for (const more of [
      { [enterprise]: { manager: { value: 'a100', dotted: { value: 'c100' } } } },
      { groups: [{ display: 'c100' }] },
    ]) {
      const sheet = scimSheet([
        user('a100', undefined, { [own]: { grade: 9 } }),
        user('c100', 'a100', { [own]: { grade: 9, role: 'senior' } }),
        { ...user('b100', 'a100', { [own]: { grade: 4, role: 'junior' } }), ...more },
      ])
      const roster = E.isLeft(sheet) ? sheet : readRoster(sheet.right, { mentorIs: 'junior' })
      expect(E.isLeft(roster) && roster.left.problem).toContain('names people of the source')
    }
  })

  it('are not read from one page of several, since who is missing would count as absent', () => {
    expect(scimSheet({ totalResults: 9, Resources: users })).toMatchObject({
      left: { problem: 'the response holds 3 of 9 users, from number 1 on' },
    })
  })
})

describe('JSON', () => {
  const said = (text: string): string => {
    const read = jsonOf(new TextEncoder().encode(text))
    return E.isLeft(read) ? `${read.left.problem} – ${read.left.mend}` : 'read'
  }

  it.each([
    ['[{"id": 1},\n {"id": x}]', 'line 2, column 9 (invalid symbol)'],
    ['[{"id": 1}\n {"id": 2}]', 'line 2, column 2 (comma expected)'],
    ['[{"id": 1}', 'line 1, column 11 (close bracket expected)'],
    ['', 'line 1, column 1 (value expected)'],
    ['ID,Name\n1,Boss', 'line 1, column 1'],
    ['[1] // all', 'line 1, column 5'],
  ])('that is none is told with its place: %j', (text, place) => {
    expect(said(text)).toContain(`the file is no JSON: ${place}`)
  })

  it('says nothing twice of one record: a parser would keep the last manager only', () => {
    const [one, two] = [
      '{"id": "2", "manager": "E1", "manager": "E2"}',
      '{"id": "1", "a": {"id": 2}}',
    ]
    expect(said(`[${two},\n${one}]`)).toBe(
      'the field “manager” stands twice in one object (line 2, column 30) – keep one of the two; what has several values is a list',
    )
    expect(said(`[${two}]`)).toBe('read')
    expect(said('['.repeat(200_000) + ']'.repeat(200_000))).toContain('too deep')
    expect(E.isLeft(jsonOf(new Uint8Array([0x50, 0x4b, 0, 0xff])))).toBe(true)
  })
})
