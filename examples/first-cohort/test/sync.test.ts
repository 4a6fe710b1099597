import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './folder.ts'
import { historyIn, run } from './run.ts'

const folder = temporaryFolder()
const rosterFile = new URL('../roster.csv', import.meta.url)
const out = join(folder, 'run')

/** The roster with a promotion, another manager, somebody new, somebody who is marked as having left, and one missing. */
const changed = (): string => {
  const [header = '', ...rows] = readFileSync(rosterFile, 'utf8').trim().split('\n')
  const juniors = rows.filter((row) => row.includes(',junior,'))
  const [promoted = '', gone = '', missing = ''] = juniors
  const file = join(folder, 'changed.csv')
  const kept = rows.filter((row) => row !== gone && row !== missing)
  const more = kept.map((row) => (row === promoted ? row.replace(/,(\d),/, ',9,') : row))
  const fresh = `9999999,Nia New,nia@example.com,EMEA,Engineering,Leeds,3,1000179,Europe/London,English,junior,AI tools,Strategy,2,no,`
  writeFileSync(
    file,
    [`${header},Status`, ...[...more, fresh].map((row) => `${row},`), `${gone},left`].join('\n'),
  )
  return file
}

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** The program in a process of its own. */
const processOf = (
  argv: ReadonlyArray<string>,
): Promise<{ exitCode: number | null; flat: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (text += part.toString()))
    child.on('close', (exitCode) => {
      resolve({ exitCode, flat: text.replace(/\s+/g, ' ') })
    })
  })

describe('a changed roster', () => {
  it('is said first, carried out when asked for, and changes nothing the second time', async () => {
    const until = ['--out', out, '--until', '2026-02-10']
    expect((await run(...until)).exitCode).toBe(0)
    const file = changed()
    const before = await historyIn(out)
    const said = await run('--out', out, '--sync', file)
    expect(said.flat).toContain('9999999 is enrolled as mentor (junior)')
    expect(said.flat).toContain('is amended: seniority')
    expect(said.flat).toContain('is withdrawn as mentor (junior)')
    expect(said.flat).toContain('1 person is enrolled and not in the source')
    expect(said.flat).toContain('Nothing was done yet')
    expect(await historyIn(out)).toEqual(before)

    const done = await run('--out', out, '--sync', file, '--apply')
    expect([done.exitCode, done.flat]).toEqual([0, expect.stringContaining('Done: 3 changes.')])
    const after = await historyIn(out)
    expect(after.slice(before.length).map(({ type }) => type)).toEqual([
      'Enrolled',
      'EnrolmentAmended',
      'ParticipantWithdrew',
    ])
    const again = await run('--out', out, '--sync', file, '--apply', '--names')
    expect(again.flat).toContain('Nothing changes.')
    expect(await historyIn(out)).toEqual(after)
    expect((await run('--out', out, '--until', '2026-02-20')).exitCode).toBe(0)
  })

  it('is done once when two do it at the same time, and the slower one is told so', async () => {
    const begun = join(folder, 'both')
    expect((await run('--out', begun, '--until', '2026-01-20')).exitCode).toBe(0)
    const file = changed()
    const both = await Promise.all([1, 2].map(() => run('--out', begun, '--sync', file, '--apply')))
    const flats = both.map(({ flat }) => flat).sort()
    expect(both.map(({ exitCode }) => exitCode).sort()).toEqual([0, 1])
    expect(flats.join()).toContain('something else was written to this cohort at the same time')
    expect(flats.join()).toContain('Nobody briefs whoever is new')
    const enrolled = (await historyIn(begun)).filter(({ type }) => type === 'Enrolled')
    expect(new Set(enrolled.map(({ data }) => JSON.stringify(data))).size).toBe(enrolled.length)
  })

  it('is done once by two processes at the same time', async () => {
    const begun = join(folder, 'processes')
    expect((await run('--out', begun, '--until', '2026-01-20')).exitCode).toBe(0)
    const before = (await historyIn(begun)).length
    const argv = [main, '--out', begun, '--sync', changed(), '--apply']
    const ends = await Promise.all([1, 2].map(() => processOf(argv)))
    for (const { exitCode, flat } of ends)
      if (exitCode === 0) expect(flat).toMatch(/Done: \d changes?|Nothing changes/)
      else expect([exitCode, flat]).toEqual([1, expect.stringContaining('at the same time')])
    expect((await historyIn(begun)).slice(before).map(({ type }) => type)).toEqual([
      'Enrolled',
      'EnrolmentAmended',
      'ParticipantWithdrew',
    ])
  })

  it('is refused before anything was begun, and with problems', async () => {
    const file = changed()
    const nowhere = await run('--out', join(folder, 'nowhere'), '--sync', file)
    expect([nowhere.exitCode, nowhere.flat]).toEqual([2, expect.stringContaining('holds no run')])
    const alone = await run('--apply')
    expect([alone.exitCode, alone.flat]).toEqual([2, expect.stringContaining('goes with --sync')])
    const bad = join(folder, 'bad.csv')
    writeFileSync(bad, readFileSync(file, 'utf8').replaceAll(',junior,', ',chief,'))
    expect((await run('--out', out, '--sync', bad)).exitCode).toBe(2)
  })
})

describe('a file that is not what it seems', () => {
  const of = async (name: string, change: (row: string) => string) => {
    const file = join(folder, name)
    const [header = '', ...rows] = readFileSync(rosterFile, 'utf8').trim().split('\n')
    writeFileSync(file, [header, ...rows.map(change)].join('\n'))
    return run('--out', out, '--sync', file, '--apply', '--skip-invalid')
  }

  it('brings nobody in a second time whose number is written otherwise', async () => {
    const before = await historyIn(out)
    await of('zeros.csv', (row) => row.replace(/\b(1\d{6})\b/g, '0$1'))
    const enrolled = (await historyIn(out)).slice(before.length)
    expect(enrolled.filter(({ type }) => type === 'Enrolled')).toEqual([])
  })

  it('is refused where most names are other ones, and where lines are unclear', async () => {
    const others = await of('others.csv', (row) =>
      row.replace(/^([^,]+),[^,]+,/, '$1,Another Name,'),
    )
    expect([others.exitCode, others.flat]).toEqual([
      2,
      expect.stringContaining('a file of other people'),
    ])
    const before = await historyIn(out)
    const unclear = await of('unclear.csv', (row) =>
      row.replace(',1000179,', ',Victoria Stanhope,'),
    )
    expect([unclear.exitCode, unclear.flat]).toEqual([
      2,
      expect.stringContaining('mend these lines in the file first'),
    ])
    expect(await historyIn(out)).toEqual(before)
  })

  it('is asked for in ways that go together', async () => {
    const both = await run('--out', out, '--sync', changed(), '--apply', '--dry-run')
    expect([both.exitCode, both.flat]).toEqual([2, expect.stringContaining('take one')])
    const draft = await run('--draft', join(folder, 'draft.csv'))
    expect([draft.exitCode, draft.flat]).toEqual([
      2,
      expect.stringContaining('goes with --dry-run'),
    ])
    const typo = await run('--out', out, '--sync', changed(), '--left', '9876543')
    expect([typo.exitCode, typo.flat]).toEqual([2, expect.stringContaining('nobody here ever had')])
  })
})
