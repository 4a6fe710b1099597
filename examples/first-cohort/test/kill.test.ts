import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from './folder.ts'
import { historyIn } from './run.ts'

const folder = temporaryFolder()
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

const isFull = process.env['FULL'] === '1'

/** In short of the first weeks only. */
const until = isFull ? [] : ['--until', '2026-03-10']

/** A run in a process of its own. */
const begin = (out: string) => {
  const child = spawn(process.execPath, [main, '--out', out, ...until], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [complaint, text] = ['', '']
  child.stdout.on('data', (part: Buffer) => (text += part.toString()))
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()))
  const ended = new Promise<string>((resolve) => {
    child.on('close', (code, signal) => {
      resolve(signal ?? `${String(code)} ${complaint}`.trim())
    })
  })
  return { child, ended, said: () => text.replace(/\s+/g, ' ') }
}

const lengthIn = async (out: string): Promise<number> =>
  existsSync(join(out, 'cohort.sqlite')) ? (await historyIn(out)).length : 0

/** Waits until so much is stored, or the run is over. */
const stored = async (out: string, least: number, isOver: () => boolean): Promise<void> => {
  while (!isOver() && (await lengthIn(out).catch(() => 0)) < least) await wait(2)
}

/** How often it is killed. */
const kills = isFull ? 10 : 1

it(`is the same history, however often it is killed, or never`, async () => {
  const [calm, killed] = [join(folder, 'calm'), join(folder, 'killed')]
  expect(await begin(calm).ended).toBe('0')
  const whole = await historyIn(calm)
  expect(whole.length).toBeGreaterThan(isFull ? 1000 : 400)

  const lengths: Array<number> = []
  for (let i = 0; i < kills; i += 1) {
    const { child, ended } = begin(killed)
    let isOver = false
    void ended.then(() => (isOver = true))
    // The first one at any moment from its beginning; the others each somewhere in a part of their own.
    if (i === 0) await wait(Math.random() * 500)
    else
      await stored(
        killed,
        Math.floor(((i - 1 + Math.random()) / kills) * whole.length),
        () => isOver,
      )
    await wait(Math.random() * 10)
    child.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')
    lengths.push(await lengthIn(killed))
  }
  expect(new Set(lengths).size).toBeGreaterThan(kills / 2)
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b))

  expect(await begin(killed).ended).toBe('0')
  expect(await historyIn(killed)).toEqual(whole)
  const report = (out: string) => readFileSync(join(out, 'report.html'), 'utf8')
  expect(report(killed) === report(calm)).toBe(true)
}, 240_000)

it('sums up at the first Ctrl-C, and goes on from there', async () => {
  const out = join(folder, 'stopped')
  const { child, ended, said } = begin(out)
  let isOver = false
  void ended.then(() => (isOver = true))
  await stored(out, 300, () => isOver)
  child.kill('SIGINT')
  expect(await ended).toBe('130')
  expect(said()).toContain('Stopping after this day; once more to stop at once. Nothing is lost.')
  expect(said()).toContain('Stopped as you asked. The same command goes on from here.')
  expect(existsSync(join(out, 'report.html'))).toBe(true)
  expect(await begin(out).ended).toBe('0')
  expect(await historyIn(out)).toEqual(await historyIn(join(folder, 'calm')))
}, 60_000)
