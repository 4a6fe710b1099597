import { describe, expect, it } from 'vitest'
import { chainsOf, header, problemsOf, refusalOf, rosterOf } from '../read.ts'

const boss = 'E1,Boss,boss@x.org,9,,,'

describe('lines of management', () => {
  it('lead to a row without a role and without a manager, to the top that was named, or to somebody external', () => {
    const rows = [
      ...[header, boss, 'E2,Ann,,5,E1,senior,', 'E3,Bob,,2,E2,junior,'],
      ...[
        'E4,Cyd,,8,,senior,',
        'E5,Di,,2,E4,junior,',
        'E6,Ed,,2,,junior,yes',
        'E7,Fi,,3,900,junior,',
      ],
    ]
    expect(chainsOf(rows, { top: ['E4', '900'] })).toEqual({
      ...{ E2: ['E1'], E3: ['E2', 'E1'], E4: [], E5: ['E4'], E6: [], E7: ['900'] },
    })
  })

  it('are checked of rows without a role like of all others, and told once, with how many hang on them', () => {
    const rows = [
      ...[header, 'E1,Boss,,9,E1,,', 'E2,Ann,,5,E1,senior,', 'E3,Bob,,2,E2,junior,'],
      ...['R1,Ro,,9,R2,,', 'R2,Ru,,9,R1,,', 'R3,Ri,,2,R2,junior,'],
      ...['U1,Un,,9,Q9,,', 'U2,Ul,,2,U1,junior,'],
    ]
    expect(problemsOf(rows)).toEqual([
      'line 2, Manager: “E1” is their own manager; because of it the line of 2 other people is unknown (lines 3, 4) – correct the manager',
      'line 5, Manager: the line of management goes round: R1 → R2 → R1; because of it the line of 1 other person is unknown (line 7) – correct the manager of one of them',
      'line 8, Manager: nobody in the source has the number “Q9”; because of it the line of 1 other person is unknown (line 9) – add a row for them with an empty role; or, if nobody in the source stands above them, top: “Q9” in the mapping',
    ])
  })

  it.each([
    ['e1', 'line 2, Boss, has “E1”'],
    ['E 1', 'line 2, Boss, has “E1”'],
    ['E01', 'line 2, Boss, has “E1”'],
    ['F1', undefined],
    ['Е1', 'line 2, Boss, has “E1”'],
    ['Dr Boss', 'line 2, Boss, has that name'],
    ['boss', 'line 2, Boss, has that name'],
    ['BOSS@x.org', 'line 2, Boss, has “boss@x.org”'],
    ['Boss <boss@x.org>', 'line 2, Boss, has'],
    ['mailto:boss@x.org', 'line 2, Boss, has “boss@x.org”'],
    ['Boss (E1)', 'line 2, Boss, has'],
    ['E1 / E7', 'line 2, Boss, has “E1”'],
    ['E1 - the boss', 'line 2, Boss, has'],
  ])('say whom “%s” resembles instead of letting it be the top', (written, who) => {
    const rows = [header, boss, `E2,Ann,,5,${written},junior,`]
    const [problem = ''] = problemsOf(rows)
    if (who === undefined) expect(problem).toContain('nobody in the source has the number')
    else {
      expect(problem).toContain(`is nobody’s number, but ${who}`)
      expect(problem).not.toContain('top')
      expect(refusalOf(rows, { top: [written] })).toContain(who)
    }
  })

  it('say whom a name with a title, a second name or an initial resembles, and no text without any', () => {
    const rows = [header, 'E10,Ana Ferreira,,9,,,']
    const said = (text: string): string => problemsOf([...rows, `E2,Bob,,5,${text},junior,`]).join()
    for (const text of [
      'Prof. Ana Ferreira',
      'Ana Maria Ferreira',
      'A. Ferreira',
      'reports to Ana Ferreira',
    ])
      expect(said(text)).toContain('is nobody’s number, but line 2, Ana Ferreira, has that name')
    expect(said('Q. Stone')).toContain('nobody in the source has the number')
    expect(said('2-Jan')).toContain('a date that a spreadsheet may have made of a number')
    const notes = ['ID,Name,Grade,Manager,Role,Notes', 'E10,Ana Ferreira,9,,,', 'E11,Vic Poe,9,,,']
    expect(
      refusalOf([
        ...notes,
        'E2,Bob,5,E11,junior,"started in May, now with Dr Ana Ferreira as her second lead"',
      ]),
    ).toContain('the column “Notes” is not read, and 1 of its 1 cells names people')
  })

  it('of one manager in two columns are read part by part in both', () => {
    const both = 'ID,Name,Email,Grade,Manager ID,Manager e-mail,Role'
    const rows = [both, 'E1,Boss,boss@x.org,9,,,', 'E2,Ann,ann@x.org,7,E1,,senior']
    const odd = (text: string): string =>
      problemsOf([...rows, `E3,Bob,,2,E1,"${text}",junior`]).join()
    for (const text of ['boss@x.org; ann@x.org', 'mailto:ann@x.org', 'Ann (E2)', 'E1/E2'])
      expect(odd(text)).toContain('and the number given is “E1”')
    expect(odd('BOSS@x.org')).toBe('')
  })

  it('know nobody for sure whose number stands twice in different writing', () => {
    const rows = [
      header,
      boss,
      '0101,Ann,,5,E1,,',
      '101,Ann,,5,E1,senior,',
      'E3,Cyd,,2,0101,junior,',
    ]
    expect(chainsOf(rows)).toEqual({ E3: undefined })
    expect(problemsOf(rows)[0]).toContain('“0101” and “101” differ only in zeros, case or signs')
  })

  it('ask about a column of which one cell alone names somebody', () => {
    const rows = [
      `${header},Dotted line`,
      `${boss},`,
      'E22,Ann Lee,,8,E1,senior,,',
      'E33,Bob,,2,E1,junior,,Ann Lee',
    ]
    expect(refusalOf(rows)).toContain('the column “Dotted line” is not read')
    const short = [
      'ID,Name,Grade,Manager,Role,Coach',
      '10,Boss,9,,,',
      '11,Ann,8,10,senior,',
      '12,Bob,2,10,junior,11',
      '13,Cy,2,10,junior,11',
    ]
    expect(refusalOf(short)).toContain('the column “Coach” is not read')
    for (const text of ['A. Lee', 'Lee A'])
      expect(refusalOf([...rows.slice(0, 3), `E33,Bob,,2,E1,junior,,${text}`])).toContain(
        'who stands below, once their own rows say so',
      )
  })

  it('find a number that lost its zeros, and one with an invisible character', () => {
    const zeros = [header, '0012,Boss,,9,,,', '7,Ann,,5,12,junior,']
    expect(problemsOf(zeros)[0]).toContain('“12” is nobody’s number, but line 2, Boss, has “0012”')
    const invisible = [header, boss, 'E2,Ann,,5,\u200bE1\u202e,junior,']
    expect(chainsOf(invisible)).toEqual({ E2: ['E1'] })
    expect(rosterOf(invisible).read.notes.join()).toContain('Invisible characters were left out')
  })

  it('of which all numbers lost their zeros are told once, and not as contradictions', () => {
    const both = 'ID,Name,Grade,Manager ID,Worker’s manager,Role'
    const rows = Array.from(
      { length: 6 },
      (_, n) => `002${String(n)},P${String(n)} Q,2,10,Vic Poe,junior`,
    )
    expect(problemsOf([both, '0010,Vic Poe,9,,,', ...rows])).toEqual([
      'lines 3, 4, 5, 6, 7, 8, Manager ID: all 6 cells are nobody’s numbers, but somebody’s with other zeros, letters or signs, such as “10” – write them as people’s own numbers are written: format both columns as text, and export anew',
    ])
  })

  it('refuse as top whoever has a manager in the source', () => {
    expect(refusalOf([header, boss, 'E2,Ann,,5,E1,junior,'], { top: ['E2'] })).toBe(
      '“E2” was named as top, and line 3 says that “E1” stands above them – take “E2” out of the top, or correct the manager there',
    )
  })

  it('of somebody external with a manager count, and it is said', () => {
    const roster = rosterOf([header, boss, 'E2,Ann,,5,E1,junior,yes'])
    expect(roster.people).toMatchObject([{ id: 'E2', external: false, chain: ['E1'] }])
    expect(roster.read.notes.join()).toContain('line 3: the manager counts')
  })

  it('of somebody external below an unclear one are unknown, and the manager counts all the same', () => {
    const rows = [header, boss, 'E2,Ann,,5,e1,senior,', 'E3,Bob,,2,E2,junior,yes']
    expect(rosterOf(rows).people).toMatchObject([{ id: 'E3', external: false }])
    expect(chainsOf(rows)).toEqual({ E3: undefined })
  })

  it.each([
    'Ana Ferreira; Bob Lee',
    'Ana Ferreira & Bob Lee',
    'Ana Ferreira / Dr Bob Lee',
    'Ferreira and Lee',
    'Ana Ferreira, Sue Ferreira',
    'B. Lee',
    'Ana Ferreira / B. Lee',
  ])('are unclear where a name beside the number is also somebody else’s: %s', (text) => {
    const rows = [
      ...['ID,Name,Grade,Manager ID,Manager,Role', 'E1,Vic Poe,9,,,', 'E2,Ana Ferreira,8,E1,,'],
      ...['E4,Bob Lee,8,E1,,', 'E5,Sue Ferreira,8,E1,,'],
    ]
    expect(problemsOf([...rows, `E3,Kim Tan,2,E2,"${text}",junior`]).join()).toContain(
      'and the number given is “E2”',
    )
    for (const one of ['Ferreira, Ana', 'Ana Maria Ferreira', 'A. Ferreira', 'Tom Ash'])
      expect(problemsOf([...rows, `E3,Kim Tan,2,E2,"${one}",junior`])).toEqual([])
  })

  it('resemble people by names and digits that are written in other letters, too', () => {
    const rows = [header, '100,Jürgen Weiß,,9,,,', '101,Łukasz Yıldız,,8,100,,']
    for (const [text, who] of [
      ['Juergen Weiss', 'line 2, Jürgen Weiß, has that name'],
      ['Lukasz Yildiz', 'line 3, Łukasz Yıldız, has that name'],
      ['١٠١', 'line 3, Łukasz Yıldız, has “101”'],
    ] as const) {
      const written = [...rows, `102,Kim Tan,,2,${text},junior,`]
      expect(problemsOf(written).join()).toContain(`is nobody’s number, but ${who}`)
      expect(refusalOf(written, { top: [text] })).toContain(who)
    }
  })

  it('are unknown below a number that stands twice, and below somebody with two numbers', () => {
    const rows = [header, boss, 'E2,Ann,,5,E1,,', 'E2,Bob,,5,E1,,', 'E3,Cyd,,2,E2,junior,']
    expect(problemsOf(rows)).toEqual([
      'lines 3, 4, ID: “E2” stands on lines 3, 4: none of them counts; because of it the line of 1 other person is unknown (line 5) – keep one of them; who takes part as both has both roles in one row',
    ])
    const twice = [
      header,
      boss,
      'E2,Ann,a@x.org,5,E1,senior,',
      'E3,Ann,A@X.org,5,E1,junior,',
      'E4,B,,2,E3,junior,',
    ]
    expect(chainsOf(twice)).toEqual({ E4: undefined })
    expect(problemsOf(twice)[0]).toContain('“a@x.org” stands on lines 3, 4 under different numbers')
  })

  it('know joint managers, in one cell or in several columns', () => {
    const cell = [header, boss, 'E2,Ann,,8,E1,senior,', 'E3,Bob,,2,"E2; E1",junior,']
    expect(rosterOf(cell).people[1]).toMatchObject({ chain: ['E2', 'E1'], direct: ['E2', 'E1'] })
    const columns = [
      `${header},Matrix manager ID`,
      `${boss},`,
      'M,Mo,,8,E1,senior,,',
      'E3,Bob,,2,E1,junior,,M',
    ]
    expect(chainsOf(columns)).toEqual({ M: ['E1'], E3: ['M', 'E1'] })
    expect(rosterOf(columns).read.notes.join()).toContain('Several columns name managers')
  })

  it('know one more manager in a column that was named beside another, and one by another word', () => {
    const rows = [
      'E1,Boss,9,,,',
      'E2,Ann,8,E1,senior,',
      'E3,Bob,2,E1,junior,E2',
      'E4,Cy,2,E1,junior,',
    ]
    const chains = { E2: ['E1'], E3: ['E1', 'E2'], E4: ['E1'] }
    for (const name of ['Dotted line', 'Supervisor', 'Head']) {
      const lines = [`ID,Name,Grade,Manager,Role,${name}`, ...rows]
      const mapping = name === 'Dotted line' ? { columns: { manager: name } } : {}
      expect(problemsOf(lines, mapping)).toEqual([])
      const found = Object.entries(chainsOf(lines, mapping)).map(([id, chain]) => [
        id,
        [...(chain ?? [])].sort(),
      ])
      expect(Object.fromEntries(found)).toEqual(chains)
    }
    const nearlySame = ['ID,Name,Grade,Manager,Role,Dotted line', ...rows.slice(0, 3)]
    const alike = ['E4', 'E5', 'E6'].map((id) => `${id},Cy,2,E1,junior,E1`)
    expect(problemsOf([...nearlySame, ...alike], { columns: { manager: 'Dotted line' } })).toEqual(
      [],
    )
    const same = [
      ...['ID,Name,Grade,Vorg. Nr,Role,Boss’ name', 'E1,Boss,9,,,', 'E2,Ann Lee,8,E1,senior,Boss'],
      ...['E3,Bob,2,E1,junior,Ann Lee', 'E4,Cy,2,E1,junior,Boss'],
    ]
    expect(problemsOf(same, { columns: { manager: ['Vorg. Nr', 'Boss’ name'] } })).toEqual([
      expect.stringContaining('“Ann Lee” is line 3, and the number given is “E1”'),
    ])
  })

  it('take a manager’s number before a name, say so, and tell where the two contradict each other', () => {
    const both = 'ID,Name,Grade,Manager,Manager ID,Role'
    const rows = [both, 'E1,Boss,9,,,', 'E2,Ann,8,Boss,E1,senior']
    expect(chainsOf(rows)).toEqual({ E2: ['E1'] })
    expect(rosterOf(rows).read.notes).toContain(
      'Managers are taken from “Manager ID” where it says one, and otherwise from “Manager”.',
    )
    expect(problemsOf([...rows, 'E3,Bob,2,Ann,E1,junior'])).toEqual([
      'line 4, Manager: “Ann” is line 3, and the number given is “E1” – correct the one that is wrong; if both stand above, write “E1; E2” in “Manager ID”',
    ])
  })

  it('find managers by their addresses in a column of addresses', () => {
    const rows = [
      'ID,Name,Email,Grade,Manager email,Role',
      'E1,Boss,boss@x.org,9,,',
      'E2,Ann,,2,Boss@X.org,junior',
    ]
    expect(chainsOf(rows)).toEqual({ E2: ['E1'] })
  })

  it('ask about a column that is not read and names people of the source', () => {
    const rows = [
      `${header},Approved by`,
      `${boss},`,
      'E22,Ann,,8,E1,senior,,',
      'E33,Bob,,2,E1,junior,,E22',
      'E44,Cyd,,2,E1,junior,,E22',
    ]
    expect(refusalOf(rows)).toContain(
      'the column “Approved by” is not read, and 2 of its 2 cells name people',
    )
    expect(chainsOf(rows, { notAbove: ['Approved by'] })).toMatchObject({ E33: ['E1'] })
    expect(chainsOf(rows, { columns: { manager: ['Manager', 'Approved by'] } })).toMatchObject({
      E33: ['E1', 'E22'],
    })
  })

  it('are unknown of nobody but those below a round', () => {
    const rows = [
      ...[header, boss, 'S,Sue,,8,E1,senior,', 'X,Xi,,2,S; Z,junior,', 'Z,Zoe,,5,Y,senior,'],
      'Y,Yan,,9,Y,,',
    ]
    expect(chainsOf(rows)).toEqual({ S: ['E1'], X: undefined, Z: undefined })
    expect(problemsOf(rows)).toEqual([
      'line 6, Manager: “Y” is their own manager; because of it the line of 2 other people is unknown (lines 4, 5) – correct the manager',
    ])
  })

  it('are not read from a column of who stands below', () => {
    const rows = [`${header},Direct reports,Reports to`, `${boss},2,`, 'E2,Ann,,8,,senior,,0,E1']
    expect(chainsOf(rows)).toEqual({ E2: ['E1'] })
  })

  it('of a round of 3 000 print one line', () => {
    const rows = Array.from(
      { length: 3000 },
      (_, n) => `N${String(n)},P,,1,N${String((n + 1) % 3000)},junior,`,
    )
    const problems = problemsOf([header, ...rows])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('N0 → N1 → N2 → N3 → N4 → 2995 more → N0')
  })

  it('are never longer than the history can hold', () => {
    const rows = Array.from(
      { length: 70 },
      (_, n) =>
        `N${String(n)},P,,1,${n === 0 ? '' : `N${String(n - 1)}`},${n === 69 ? 'junior' : ''},`,
    )
    expect(problemsOf([header, ...rows])).toEqual([
      'lines 67, 68, 69, 70, 71, ID: more than 64 people stand above them – correct the managers above',
    ])
  })
})
