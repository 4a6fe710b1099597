import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './folder.ts'
import { run } from './run.ts'

const folder = temporaryFolder()

describe('what cannot be done', () => {
  it.each([
    [['--frobnicate'], "unknown option '--frobnicate'"],
    [['people.csv'], 'too many arguments'],
    [['--roster', 'nowhere.csv'], 'There is no file nowhere.csv'],
    [['--policy', 'nowhere.ts'], 'there is no file nowhere.ts'],
    [['--until', 'March'], 'Write a date like 2026-03-01'],
    [['--until', '2026-02-30'], 'Write a date like 2026-03-01'],
    [['--until', '2025-03-01'], 'before the first day'],
    [['--start', '1969-12-31'], 'Write a date from 2000-01-01 to 2999-12-31'],
    [['--start', '9999-12-31'], 'Write a date from 2000-01-01 to 2999-12-31'],
    [['--topics', ''], 'Write one or more, with commas between them'],
    [['--seed', '-1'], 'Write a whole number'],
    [['--mentor-is', 'old'], 'Allowed choices are junior, senior'],
    [['--column', 'name'], 'Write name="Full name"'],
    [['--column', 'height=x'], 'no column is “height”'],
  ])('%s is said in a sentence, and changes nothing', async (asked, said) => {
    const nothing = join(folder, 'wrong')
    const { exitCode, flat } = await run('--out', nothing, ...asked)
    expect([exitCode, flat]).toEqual([2, expect.stringContaining(said)])
    expect(existsSync(nothing)).toBe(false)
  })

  it.each([
    ...['report.html', 'report', 'draft-1.csv'],
    ...['cohort.sqlite', 'directory.sqlite', 'cohort.sqlite-wal'],
  ])('a %s of somebody else is not written over', async (name) => {
    const theirs = join(folder, `theirs-${name}`)
    mkdirSync(theirs)
    writeFileSync(join(theirs, name), 'theirs')
    const { exitCode, flat } = await run('--out', theirs)
    expect([exitCode, flat]).toEqual([2, expect.stringContaining(`holds a ${name}`)])
    expect(readdirSync(theirs)).toEqual([name])
    expect(readFileSync(join(theirs, name), 'utf8')).toBe('theirs')
  })

  it('files beside its own are left as they are, and a folder in place of the report is said', async () => {
    const theirs = join(folder, 'theirs-beside')
    mkdirSync(theirs)
    writeFileSync(join(theirs, 'victim.txt'), 'theirs')
    for (const name of ['settings.json.part', 'report.html.part'])
      symlinkSync('victim.txt', join(theirs, name))
    expect((await run('--out', theirs, '--until', '2026-03-02')).exitCode).toBe(0)
    expect(readFileSync(join(theirs, 'victim.txt'), 'utf8')).toBe('theirs')
    rmSync(join(theirs, 'report.html'))
    mkdirSync(join(theirs, 'report.html', 'x'), { recursive: true })
    const { exitCode, flat } = await run('--out', theirs, '--until', '2026-03-03')
    expect([exitCode, flat]).toEqual([1, expect.stringContaining('Move what is there')])
    expect(readdirSync(theirs).filter((name) => name.endsWith('.part'))).toHaveLength(2)
  })

  it.skipIf(!existsSync('/proc/self'))('a folder that cannot be made is said', async () => {
    const { exitCode, flat } = await run('--out', '/proc/nowhere/deep')
    expect([exitCode, flat]).toEqual([2, expect.stringContaining('cannot be written')])
  })

  it('a file in place of the folder is left as it is', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, 'text')
    const { exitCode, flat } = await run('--out', file)
    expect([exitCode, flat]).toEqual([2, expect.stringContaining('cannot be written')])
    expect(readFileSync(file, 'utf8')).toBe('text')
  })

  it('help is no mistake', async () => {
    const { exitCode, flat, text } = await run('--help')
    expect([exitCode, flat]).toEqual([0, expect.stringContaining('--dry-run')])
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  })
})
