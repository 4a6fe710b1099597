import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundledRoster } from './bundled-roster.ts'
import { temporaryFolder } from './folder.ts'
import { historyIn, run } from './run.ts'

const folder = temporaryFolder()
const rosterFile = new URL('../roster.csv', import.meta.url)
const out = join(folder, 'whole')

const ownRoster = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const badRoster = (): string => {
  const text = readFileSync(rosterFile, 'utf8')
  const [header = '', ...rows] = text.split('\n')
  const [first = '', second = ''] = rows.filter((line) => line.includes(',junior,'))
  return [
    header,
    ...rows.filter((line) => line !== first),
    first.replace(/,\d,/, ',G4,'),
    second,
  ].join('\n')
}

describe('a whole run', () => {
  it('leaves a history, a directory, a report and its settings, and sums up', async () => {
    const { exitCode, flat, text } = await run('--out', out)
    expect(exitCode).toBe(0)
    expect(readdirSync(out).sort()).toEqual([
      'cohort.sqlite',
      'directory.sqlite',
      'draft-1.csv',
      'draft-2.csv',
      'report',
      'report.html',
      'settings.json',
    ])
    const aside = readdirSync(join(out, 'report'))
    for (const name of ['all-pairings.csv', 'figures.csv', 'mail.html', 'sponsor.txt'])
      expect(aside).toContain(name)
    for (const name of ['mail.html', 'sponsor.txt'])
      expect(readFileSync(join(out, 'report', name), 'utf8')).toContain('A simulation: the people')
    expect(flat).toContain('A simulation: the people are those of the file')
    expect(flat).toContain('Draft 1, 21 January 2026')
    expect(text).toMatch(/sessions held +\d{3}/)
    expect(flat).toContain('closed on 13 July 2026')
    expect(text.split('\n').filter((line) => line.length > 80 && !line.includes(out))).toEqual([])
  })

  it('keeps everything personal out of the log', async () => {
    const { people } = await bundledRoster()
    const bytes = (file: string) => readFileSync(join(out, file), 'latin1')
    const utf8 = (text: string) => Buffer.from(text).toString('latin1')
    const [log, directory] = [bytes('cohort.sqlite'), bytes('directory.sqlite')]
    expect(people.length).toBe(60)
    for (const { name, address, id, attributes } of people) {
      expect(directory).toContain(utf8(name))
      const parts = name.split(' ').filter((part) => part.length > 3)
      for (const text of [name, ...parts, address, attributes['location']]) {
        if (typeof text === 'string') expect(log).not.toContain(utf8(text))
      }
      expect(log).not.toMatch(new RegExp(`(?<![1-9a-f])${id}(?![0-9a-f])`))
    }
  })

  it('shows names only where they were asked for', async () => {
    const report = () => readFileSync(join(out, 'report.html'), 'utf8')
    const calm = report()
    expect(calm).toContain('A simulation: the people are those of the roster')
    expect(calm).toContain('No better matching existed under these rules.')
    expect(calm).not.toContain('Kästner')
    const { flat } = await run('--out', out, '--names')
    expect(flat).toContain('was closed on 13 July 2026; only the report is written again')
    expect(report()).toContain('Kästner')
    await run('--out', out)
    expect(report()).toBe(calm)
  })

  it('is not gone on with from another roster, seed, start or policy', async () => {
    const before = await historyIn(out)
    const other = ownRoster(
      'other.csv',
      readFileSync(rosterFile, 'utf8').replace('Ana Lúcia', 'Ana'),
    )
    for (const asked of [
      ['--seed', '2'],
      ['--start', '2026-01-19'],
      ['--policy', 'greedy'],
      ['--roster', other],
    ]) {
      const { exitCode, flat } = await run('--out', out, ...asked)
      expect([exitCode, flat]).toEqual([
        2,
        expect.stringContaining('choose another folder with --out'),
      ])
    }
    expect(await historyIn(out)).toEqual(before)
  })
})

describe('a run in parts', () => {
  it('is the same as one in a whole', async () => {
    const parts = join(folder, 'parts')
    const first = await run('--out', parts, '--until', '2026-03-01')
    expect(first.flat).toContain('as of 1 March 2026')
    const before = await historyIn(parts)
    expect(before.every(({ data: { at } }) => typeof at === 'string' && at < '2026-03-02')).toBe(
      true,
    )
    const second = await run('--out', parts, '--until', '2026-03-02')
    expect(second.flat).toContain('Going on after 26 February 2026')
    const back = await run('--out', parts, '--until', '2026-02-01')
    expect(back.flat).toContain('stands at 2 March 2026 already')
    await run('--out', parts)
    expect(await historyIn(parts)).toEqual(await historyIn(out))
  })
})

describe('a dry run', () => {
  it('drafts everybody of the file with nothing invented, and leaves nothing behind', async () => {
    const nothing = join(folder, 'nothing')
    const { exitCode, flat } = await run('--out', nothing, '--dry-run', '--names')
    expect(exitCode).toBe(0)
    expect(flat).toContain('Draft: 32 pairs, 0 people unmatched')
    expect(flat).toContain('No better matching exists under these rules.')
    expect(flat).toContain('nothing was invented')
    expect(flat).toContain('Jürgen Kästner')
    expect(existsSync(nothing)).toBe(false)
  })
})

describe('an own roster', () => {
  it('is read by a mapping that was kept, also from records', async () => {
    const [header = '', ...rows] = readFileSync(rosterFile, 'utf8').trim().split('\n')
    const file = ownRoster('odd.csv', [header.replace('Manager', 'Boss No'), ...rows].join('\n'))
    const kept = join(folder, 'mapping.json')
    const asked = ['--dry-run', '--seed', '1', '--roster']
    const first = await run(...asked, file, '--column', 'manager=Boss No', '--keep-mapping', kept)
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual({ columns: { manager: 'Boss No' } })
    const again = await run(...asked, file, '--mapping', kept)
    expect(again).toEqual(first)
    expect(first.exitCode).toBe(0)
    const people = Array.from({ length: 6 }, (_, n) => ({
      id: String(100 + n),
      name: `P ${String(n)}`,
      grade: n < 3 ? 9 : 2,
      role: n === 0 ? '' : n < 3 ? 'senior' : 'junior',
      manager: n === 0 ? '' : '100',
      'topics offered': n < 3 ? [] : ['AI tools'],
      'topics sought': n < 3 ? ['ai-tools'] : [],
    }))
    const records = ownRoster('people.json', JSON.stringify(people))
    const { flat, exitCode } = await run(...asked, records)
    expect(flat).toContain('people.json: 3 junior, 2 senior')
    expect(exitCode).toBe(0)
  })

  it('with problems enrols nobody', async () => {
    const file = ownRoster('bad.csv', badRoster())
    const nothing = join(folder, 'bad')
    const { exitCode, flat } = await run('--roster', file, '--out', nothing)
    expect(exitCode).toBe(2)
    expect(flat).toContain('2 problems in 3 rows')
    expect(flat).toContain('Grade: “G4” is not a whole number')
    expect(flat).toContain('Nobody was enrolled')
    expect(existsSync(nothing)).toBe(false)
  })

  it('is run without the people whose rows are wrong, if told so, under a seed that is kept', async () => {
    const own = join(folder, 'own')
    const file = ownRoster('bad.csv', badRoster())
    const asked = [
      '--roster',
      file,
      '--out',
      own,
      '--skip-invalid',
      '--policy',
      'greedy',
      '--until',
      '2026-01-25',
    ]
    const { exitCode, flat } = await run(...asked)
    expect([exitCode, flat]).toEqual([0, expect.stringContaining('3 people are left out')])
    const seed = /Seed (\d+)/.exec(flat)?.[1]
    const again = await run(...asked)
    expect(again.flat).toContain(`Seed ${String(seed)}.`)
    const history = await historyIn(own, Number(seed))
    expect(history.filter(({ type }) => type === 'Enrolled').length).toBe(58)
  })
})
