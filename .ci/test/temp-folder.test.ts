import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setupIn } from '../temp-folder.js'

test('what this test and the processes it starts make is in the folder of this run', () => {
  const { stdout } = spawnSync(process.execPath, ['-p', 'os.tmpdir()'], { encoding: 'utf8' })
  expect(stdout.trim()).toBe(tmpdir())
  expect(tmpdir()).toMatch(/reverse-mentoring-tests-\w+$/)
})

test('it is gone afterwards, with all that is in it', async () => {
  const { TMPDIR, TEMP, TMP } = process.env
  const outer = mkdtempSync(join(tmpdir(), 'outer-'))
  Object.assign(process.env, { TMPDIR: outer, TEMP: outer, TMP: outer })
  try {
    const tearDown = await setupIn(outer)
    writeFileSync(join(mkdtempSync(join(tmpdir(), 'left-')), 'file'), '')
    expect(readdirSync(outer)).toHaveLength(1)
    await tearDown()
    expect(readdirSync(outer)).toEqual([])
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, TEMP, TMP }))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    rmSync(outer, { recursive: true })
  }
  expect(existsSync(tmpdir())).toBe(true)
})
