import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
