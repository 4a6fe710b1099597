import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { newFile } from './file.ts'

const script = (name: string) => join(import.meta.dirname, 'child', name)

describe('several processes on one file', () => {
  it('that is not there yet open it at the same instant', async () => {
    const folder = dirname(newFile())
    const given = [script('open.ts'), folder, String(Date.now() + 1500), '20']
    const said = await Promise.all(
      [1, 2, 3].map(() => promisify(execFile)(process.execPath, given)),
    )
    expect(said.map(({ stdout }) => stdout)).toEqual(['done\n', 'done\n', 'done\n'])
  })
})
