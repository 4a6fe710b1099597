import { Cohort } from '@reverse-mentoring/core'
import { openSqlite } from '@reverse-mentoring/storage-sqlite'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { at, cohortId, given, got, inCohort, open, opened, participant, system } from '../scene.ts'

const program = fileURLToPath(new URL('../child/enrol.ts', import.meta.url))

/** A process that enrols people, from one number to another; it may be killed after so many milliseconds of life. */
const enrolling = (files: ReadonlyArray<string>, from: number, to: number, killAfter?: number) =>
  new Promise<string>((done) => {
    const child = spawn(process.execPath, [program, ...files, String(from), String(to)])
    let told = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        told += String(text)
      })
    child.stdout.once('data', () => {
      if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
    })
    child.on('close', () => {
      done(told)
    })
  })

test('Whoever is erased while other processes put and enrol them, some of them killed, does not come back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'erasing-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const files = ['log.sqlite', 'directory.sqlite'].map((name) => join(folder, name))
  const [log = '', directory = ''] = files
  const ports = got(await openSqlite({ log, directory })())
  const engine = await opened(ports)
  for (const n of [0, 1, 2]) await given(engine, inCohort(n)(open))

  const whole = [enrolling(files, 1, 40), enrolling(files, 1, 40)]
  const killed = [40, 90, 150].map((after) => enrolling(files, 1, 40, after))
  const children = { areOver: false }
  const ended = Promise.all([...whole, ...killed]).then((told) => {
    children.areOver = true
    return told
  })
  const erased = new Set<number>()
  for (let turn = 0; !children.areOver || erased.size < 40; turn += 1) {
    const n = (turn % 40) + 1
    await engine.tick()()
    if (erased.has(n)) continue
    const isThere =
      children.areOver || got(await ports.directory.findPeople([participant(n)])()).size > 0
    const erasure = { participants: [participant(n)] as const, at: at(9), by: system }
    // Who cannot be deleted for another process reads of them is erased by a later turn.
    if (isThere && (await engine.erase(erasure)())._tag === 'Right') erased.add(n)
  }
  const told = await ended
  expect(told.slice(0, 2), told.join()).toEqual(['lives\nlived\n', 'lives\nlived\n'])

  expect(erased.size).toBe(40)
  got(await engine.tick()())
  const states = await Promise.all(
    [0, 1, 2].map(async (n) => got(await engine.load(cohortId(n))()).cohort),
  )
  const people = Array.from({ length: 40 }, (_, i) => participant(i + 1))
  expect(got(await ports.directory.findPeople(people)()).size).toBe(0)
  expect(people.filter((id) => states.some((one) => Cohort.wasEnrolled(one, id)))).not.toEqual([])
  for (const id of people) {
    const isThere = states.filter((state) => Cohort.wasEnrolled(state, id))
    expect(isThere.filter((state) => !Cohort.isErased(state, id))).toEqual([])
  }
  got(await ports.close())
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
  expect(bytes.join('')).not.toMatch(/(name|words)-of-\d+-end/)
})
