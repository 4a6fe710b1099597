import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../packages/in-folder.js'
import { runEach, runOnOld } from '../packages/run-on-old.js'

const faultOf = async (code: string): Promise<ReadonlyArray<string>> =>
  inFolder((folder: string) =>
    runEach(process.execPath, folder, [{ document: 'a.md', code }], 2000),
  ) as Promise<ReadonlyArray<string>>

describe('the programs of the packages', () => {
  it('run where they end well, and say nothing', async () => {
    expect(await faultOf('console.log(1 as number)')).toEqual([])
  })

  it.each([
    ['a failure', 'throw new Error("no")', /ended with 1\n[^]*no/],
    ['a silent failure', 'process.exit(3)', /ended with 3/],
    ['a warning', 'process.emitWarning("old")', /old/],
    ['no end', 'setInterval(() => {}, 1000)', /no end within 2 s/],
  ])('do not where there is %s', async (_what, code, fault) => {
    expect(await faultOf(code)).toEqual([expect.stringMatching(fault)])
  })

  it('are said not to have run where there is no old Node', async () => {
    expect(await runOnOld('nowhere', '')).toEqual({ wrong: [], didRun: false })
  })
})

it('A folder of the check is gone, whatever becomes of it', async () => {
  let folder = ''
  const broken = inFolder((made: string) => {
    folder = made
    throw new Error('broken')
  })
  await expect(broken).rejects.toThrow('broken')
  expect(folder).not.toBe('')
  expect(existsSync(folder)).toBe(false)
})
