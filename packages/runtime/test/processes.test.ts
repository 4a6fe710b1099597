import { openSqlite } from '@reverse-mentoring/storage-sqlite'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { expectCurrent } from './projection/scene.ts'
import { cohortId, given, got, inCohort, open, opened } from './scene.ts'

const program = fileURLToPath(new URL('child/live.ts', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly told: string
}

/** A process that lives on the files; it can be killed after so many milliseconds of life. */
const live = (files: ReadonlyArray<string>, number: number, killAfter?: number): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [program, ...files, String(number)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let told = ''
    child.stdout.on('data', (text) => {
      told += String(text)
      if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
    })
    child.stderr.on('data', (text) => {
      told += String(text)
    })
    child.on('close', (code) => {
      done({ code, told })
    })
  })

test('Engines in several processes, some of them killed, leave what one would have left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const files = [join(folder, 'log.sqlite'), join(folder, 'directory.sqlite')] as const
  const ports = got(await openSqlite({ log: files[0], directory: files[1] })())
  const first = await opened(ports)
  for (const n of [0, 1, 2]) await given(first, inCohort(n)(open))

  const whole = [live(files, 1), live(files, 2)]
  const killed = [30, 120, 300].map((after, i) => live(files, 3 + i, after))
  for (const { told } of await Promise.all(whole)) expect(told, told).toContain('lived')
  for (const { code } of await Promise.all(killed)) expect(code).toBeNull()

  const last = await opened(ports)
  got(await last.catchUp())
  for (const n of [0, 1, 2]) await expectCurrent(ports.store, ports.viewStore, cohortId(n))
  got(await ports.close())
})
