import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Asked } from '../src/command-line.ts'
import { runAll } from '../src/run-all.ts'
import { newScope } from '../src/scope.ts'
import { areKept, tellStore } from '../src/table.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Brings faults about in this process, each as often as told. */
const run = async (asked: Pick<Asked, 'stores' | 'faults'>) => {
  const scope = newScope()
  onTestFinished(scope.close)
  const told = await runAll({
    ...{ scope, say: () => undefined },
    asked: { ...asked, kills: 3, times: 1, seed: 1 },
  })
  return { told, text: told.flatMap(tellStore).join('\n') }
}

/** In short on files: that engines on a server are killed is in the tests of `runtime`. */
const isFull = process.env['FULL'] === '1'

/** In full `npx pnpm@10 faults` runs beside the tests, with everything. */
describe('In short, everything that was acknowledged stays', () => {
  it.each<Pick<Asked, 'stores' | 'faults'>>([
    { stores: ['sqlite'], faults: ['kill', 'torn'] },
    ...(isFull
      ? ([
          { stores: ['postgres'], faults: ['kill'] },
          { stores: ['kurrentdb'], faults: ['kill'] },
        ] as const)
      : []),
  ])('%j', { timeout: 240_000 }, async (asked) => {
    const { told, text } = await run(asked)
    expect(areKept(told), text).toBe(true)
    const counted = told.flatMap(({ rows }) => rows.map(({ outcome }) => outcome.is))
    expect(counted, text).toEqual(asked.faults.map(() => 'counted'))
  })

  it('what does not come upon a store is left out, with a reason', async () => {
    const { told, text } = await run({ stores: ['sqlite'], faults: ['crash', 'cut'] })
    expect(text).toMatch(/crash +left out +it has no server/)
    expect(areKept(told)).toBe(false)
  })
})

describe('A run that is interrupted', () => {
  it('ends with 130, and leaves no folder and no process', { timeout: 240_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'interrupted-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const [own, compiled] = [join(folder, 'own'), join(folder, 'compiled')]
    await mkdir(own, { mode: 0o755 })
    const asked = ['--store', 'sqlite', '--store', 'postgres', '--fault', 'kill', '--kills', '100']
    const env = {
      ...process.env,
      ...{ TMPDIR: own, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? compiled },
    }
    const child = spawn(process.execPath, [main, ...asked], { env })
    const ended = new Promise((done) => {
      child.on('close', done)
    })
    while ((await readdir(own)).length < 2) await new Promise((done) => setTimeout(done, 20))
    child.kill('SIGINT')
    // Its output ends when every process that writes to it has.
    expect(await ended).toBe(130)
    expect(await readdir(own)).toEqual([])
  })
})
