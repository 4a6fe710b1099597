import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withFolder } from '../src/temp-folder.ts'

/** What a process leaves where it puts what is temporary. */
const leftBy = (...args: ReadonlyArray<string>): Promise<ReadonlyArray<string>> =>
  withFolder((folder) => {
    const left = join(folder, 'left')
    mkdirSync(left)
    const env = {
      ...process.env,
      TMPDIR: left,
      TEMP: left,
      TMP: left,
      NODE_TEST_CONTEXT: undefined,
    }
    const { status } = spawnSync(process.execPath, args, { env })
    return Promise.resolve([String(status), ...readdirSync(left)])
  })

test('the laws leave no folder behind, kept or broken', async () => {
  const suite = fileURLToPath(new URL('store.node.ts', import.meta.url))
  const name = 'an append answers the revision after it'
  expect(await leftBy('--test', '--test-name-pattern', name, suite)).toEqual(['0'])
})
