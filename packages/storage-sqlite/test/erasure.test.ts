import type { Port, Values } from '@reverse-mentoring/core'
import { sqliteDirectory } from '@reverse-mentoring/storage-sqlite'
import Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { newFile, opened } from './file.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const participant = (n: number) => id(n) as Values.ParticipantId

/** Numbers that only look random: the same pages split in every run. */
const numbers = (seed: number) => () => (seed = (seed * 48271) % 2147483647)

const person = (n: number, length: number): Port.Profile => ({
  participant: participant(n),
  name: `name-of-${String(n)}-end ${'n'.repeat(length)}`,
  address: `address-of-${String(n)}-end`,
  attributes: { note: `attribute-of-${String(n)}-end` },
  identity: { note: `identity-of-${String(n)}-end` },
})

const text = (n: number, length: number): Port.Text => ({
  text: id(100_000 + n) as Values.TextId,
  author: participant(n),
  subjects: [participant((n * 7) % 600)],
  words: `words-of-${String(n)}-end ${'w'.repeat(length)}`,
})

/** Everything that the folder of a file holds, as bytes. */
const bytes = (file: string): string =>
  readdirSync(dirname(file))
    .map((name) => readFileSync(join(dirname(file), name), 'latin1'))
    .join('')

const fields = ['name', 'address', 'attribute', 'identity', 'words']
const tracesOf = (n: number, file: string) => {
  const all = bytes(file)
  return fields.filter((field) => all.includes(`${field}-of-${String(n)}-end`))
}

/** Another program reads the file, until it is told to stop. */
const reading = (file: string): (() => void) => {
  const reader = new Database(file)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM participant').get()
  return () => {
    reader.exec('COMMIT')
    reader.close()
  }
}

const erase = fileURLToPath(new URL('child/erase.ts', import.meta.url))

describe('an erasure', () => {
  it('leaves no byte of the person in the file or its journal, however rows were moved about', async () => {
    const file = newFile()
    const directory = await opened(sqliteDirectory({ file }))
    const next = numbers(7)
    for (let turn = 0; turn < 3000; turn += 1) {
      const [n, length] = [next() % 600, (next() % 30) ** 2]
      await directory.putPeople([person(n, length)])()
      if (turn % 3 === 0) await directory.putText(text(n, length * 4))()
    }
    const erased = Array.from({ length: 60 }, (_, n) => n * 10)
    expect(tracesOf(10, file)).toEqual(fields)
    const [first = 0, ...others] = erased
    const answer = await directory.erase([participant(first), ...others.map(participant)])()
    expect(answer).toEqual(
      E.right(erased.map((n) => ({ participant: participant(n), cohorts: [] }))),
    )
    expect(existsSync(`${file}-wal`)).toBe(true)
    expect(erased.filter((n) => tracesOf(n, file).length > 0)).toEqual([])
    expect(tracesOf(11, file).length).toBeGreaterThan(3)
  })

  it('that another reader of the file delays says so, and is finished by asking again', async () => {
    const file = newFile()
    const directory = await opened(sqliteDirectory({ file, busyTimeout: 20 }))
    await directory.putPeople([person(1, 10)])()
    const finished = reading(file)
    expect(await directory.erase([participant(1)])()).toMatchObject({
      left: { _tag: 'Unavailable' },
    })
    expect(await directory.findPeople([participant(1)])()).toEqual(E.right(new Map()))
    finished()
    expect(await directory.erase([participant(1)])()).toEqual(
      E.right([{ participant: participant(1), cohorts: [] }]),
    )
    expect(tracesOf(1, file)).toEqual([])
  })

  it('that another reader delays does not write the file anew each time it is asked for', async () => {
    const file = newFile()
    const directory = await opened(sqliteDirectory({ file, busyTimeout: 20 }))
    await directory.putPeople([person(1, 10)])()
    const finished = reading(file)
    await directory.erase([participant(1)])()
    const size = () => statSync(`${file}-wal`).size
    const before = size()
    for (let times = 0; times < 3; times += 1) await directory.erasing({ limit: 9 })()
    expect(size()).toBe(before)
    finished()
  })

  it('that another reader delays is over for no cohort before nothing is left of the person', async () => {
    const file = newFile()
    const directory = await opened(sqliteDirectory({ file, busyTimeout: 20 }))
    await directory.putPeople([person(1, 10)])()
    const cohort = id(9) as Values.CohortId
    await directory.listCohort(cohort, [participant(1)])()
    const finished = reading(file)
    const unavailable = { left: { _tag: 'Unavailable' } }
    expect(await directory.erase([participant(1)])()).toMatchObject(unavailable)
    const erasing = E.right([{ participant: participant(1), cohorts: [cohort] }])
    expect(await directory.erasing({ limit: 9 })()).toEqual(erasing)
    expect(await directory.told(cohort, [participant(1)])()).toMatchObject(unavailable)
    expect(await directory.erasing({ limit: 9 })()).toEqual(erasing)
    finished()
    expect(await directory.told(cohort, [participant(1)])()).toEqual(E.right(undefined))
    expect(await directory.erasing({ limit: 9 })()).toEqual(E.right([]))
    expect(tracesOf(1, file)).toEqual([])
  })

  it('that another reader delays is told to who looks for what is unfinished, where no cohort is left', async () => {
    const file = newFile()
    const directory = await opened(sqliteDirectory({ file, busyTimeout: 20 }))
    await directory.putPeople([person(1, 10)])()
    const finished = reading(file)
    await directory.erase([participant(1)])()
    expect(await directory.erasing({ limit: 9 })()).toMatchObject({ left: { _tag: 'Unavailable' } })
    finished()
    expect(await directory.erasing({ limit: 9 })()).toEqual(E.right([]))
    expect(tracesOf(1, file)).toEqual([])
  })

  it('that a crash cut short is finished by the next opening', async () => {
    const file = newFile()
    const { signal } = spawnSync(process.execPath, [erase, file, JSON.stringify(person(1, 10))])
    expect(signal).toBe('SIGKILL')
    expect(tracesOf(1, file)).not.toEqual([])
    const directory = await opened(sqliteDirectory({ file }))
    expect(tracesOf(1, file)).toEqual([])
    expect(await directory.findPeople([participant(1)])()).toEqual(E.right(new Map()))
  })

  it('waits for no reader, and holds nobody up', async () => {
    const file = newFile()
    const directory = await opened(sqliteDirectory({ file, busyTimeout: 5000 }))
    await directory.putPeople([person(1, 10)])()
    const cohort = id(9) as Values.CohortId
    await directory.listCohort(cohort, [participant(1)])()
    const finished = reading(file)
    const began = performance.now()
    await directory.erase([participant(1)])()
    for (let times = 0; times < 5; times += 1) {
      await directory.erasing({ limit: 9 })()
      await directory.told(cohort, [participant(1)])()
    }
    // Eleven tries that waited as long as others are waited for would take a minute.
    expect(performance.now() - began).toBeLessThan(5000)
    finished()
  })

  it('leaves no byte of the id either, once its last cohort is told', async () => {
    const file = newFile()
    const directory = await opened(sqliteDirectory({ file }))
    await directory.putPeople([person(1, 10), person(2, 10)])()
    const cohort = id(9) as Values.CohortId
    await directory.listCohort(cohort, [participant(1)])()
    await directory.erase([participant(1)])()
    expect(bytes(file)).toContain(participant(1))
    expect(await directory.told(cohort, [participant(1)])()).toEqual(E.right(undefined))
    expect(bytes(file)).not.toContain(participant(1))
    expect(bytes(file)).toContain(participant(2))
  })
})
