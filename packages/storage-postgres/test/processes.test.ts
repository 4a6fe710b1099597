import { postgresEventStore } from '@reverse-mentoring/storage-postgres'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { assertSound, follow, readAll } from './log.ts'
import { opened, schemaOfTest } from './place.ts'
import { sharedServer } from './server/shared.ts'

const url = (await sharedServer()) ?? ''
const isFull = process.env['FULL'] === '1'

const script = join(import.meta.dirname, 'child', 'append.ts')

/** Starts a process that appends. */
const writer = (schema: string, name: string, times: number) => {
  const args = ['--no-warnings', script, url, schema, name, String(times)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { ids: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.ids += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.errors += text))
  const ended = new Promise<void>((done) => {
    child.on('close', () => {
      done()
    })
  })
  /** Ids that it said were acknowledged; the last one may be cut. */
  const acknowledged = () => said.ids.split('\n').slice(0, -1)
  return { child, said, ended, acknowledged }
}

describe.skipIf(url === '')('several processes on one log', () => {
  it('write without a gap, and whoever follows sees one order, and misses nothing', async () => {
    const schema = schemaOfTest(url)
    const reader = await opened(postgresEventStore({ url, schema }))
    const writers = ['a', 'b', 'c'].map((name) => writer(schema, name, isFull ? 200 : 5))
    let isOver = false
    const ended = Promise.all(writers.map((one) => one.ended)).finally(() => {
      isOver = true
    })
    const [seen] = await Promise.all([follow(reader, () => isOver), ended])
    expect(writers.map(({ said }) => said.errors)).toEqual(['', '', ''])
    assertSound(seen)
    expect(seen).toEqual(await readAll(reader))
    const acknowledged = writers.flatMap((one) => one.acknowledged())
    expect(seen.map(({ id }) => id).sort()).toEqual(acknowledged.sort())
  })

  it(
    'that are killed leave whole batches, and all that they were told is stored',
    { timeout: 200_000 },
    async () => {
      const schema = schemaOfTest(url)
      const reader = await opened(postgresEventStore({ url, schema }))
      const acknowledged: Array<string> = []
      for (let round = 0; round < (isFull ? 25 : 2); round += 1) {
        const one = writer(schema, `round-${String(round)}`, 100_000)
        while (one.acknowledged().length === 0 && one.child.exitCode === null) await setTimeout(5)
        await setTimeout(round % 7)
        one.child.kill('SIGKILL')
        await one.ended
        expect(one.said.errors).toBe('')
        acknowledged.push(...one.acknowledged())
      }
      const log = await readAll(reader)
      assertSound(log)
      expect(log.length % 2).toBe(0)
      const ids = new Set<string>(log.map(({ id }) => id))
      expect(acknowledged.length).toBeGreaterThan(0)
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
    },
  )
})
