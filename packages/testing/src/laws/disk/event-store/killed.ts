import assert from 'node:assert/strict'
import { below } from '../../../seeded.ts'
import { allOf, assertKilled, diskLaw, type DiskBench } from '../disk-law.ts'
import type { Child } from '../processes.ts'
import { appending, stream } from './appending.ts'
import { assertSound, assertTaken, assertUnsplit, readEach, readOnly } from '../stands.ts'

/** Kills a process in the middle of its work, once it has said a few things. */
const killInTheMiddle = async ({ chance }: DiskBench, child: Child): Promise<void> => {
  await child.until('taken', 1 + below(chance, 25))
  await new Promise((done) => setTimeout(done, below(chance, 4)))
  await assertKilled(child)
}

const killed = diskLaw(
  'what a process that is killed was told is taken is there: whole, once, and where it was told',
  async (bench) => {
    const runs: Array<readonly [by: number, child: Child]> = []
    for (const by of [1, 2, 3]) {
      const child = bench.start(appending({ by }))
      await killInTheMiddle(bench, child)
      runs.push([by, child])
    }
    const records = await readOnly(bench, stream)
    assertSound(records)
    assertUnsplit(records, 3)
    for (const [by, { said }] of runs) assertTaken(records, said, by, 3)
  },
)

const askedAgain = diskLaw(
  'what was under way when a process was killed can be asked again by another, and stands once',
  async (bench) => {
    let end = 0
    for (const by of [1, 2, 3]) {
      const child = bench.start(appending({ by, expected: end }))
      await killInTheMiddle(bench, child)
      const last = allOf(child.said, 'asked').at(-1)
      assert.ok(last !== undefined, 'nothing was asked')
      // Twice: an answer may be lost once more.
      const again = { by, from: last.batch, expected: last.expected, times: 1, again: 2 }
      const said = await bench.done(appending(again))
      const receipts = allOf(said, 'taken').map(({ revision }) => revision)
      end = last.expected + 3
      assert.deepEqual(receipts, [end, end], 'it did not get its receipt both times')
    }
    const records = await readOnly(bench, stream)
    assertSound(records)
    assert.equal(records.length, end, 'something else stands behind it')
  },
)

const large = diskLaw('records of more than 10 kB are there, letter by letter', async (bench) => {
  const batches = [
    { by: 1, size: 3, bytes: 12_000 },
    { by: 2, size: 1, bytes: 250_000 },
  ]
  let expected = 0
  for (const batch of batches) {
    const child = bench.start(appending({ ...batch, expected, times: 2, waits: 'each time' }))
    child.tell('go')
    await child.until('ready', 2)
    await assertKilled(child)
    expected = allOf(child.said, 'taken').at(-1)?.revision ?? 0
  }
  const records = await readOnly(bench, stream)
  assertSound(records)
  assert.equal(records.length, 4, 'not all are there')
})

const many = diskLaw('more than 1 000 records are there, in pages of every size', async (bench) => {
  await bench.done(appending({ by: 1, size: 1100, times: 1 }))
  const child = bench.start(appending({ by: 2, expected: 1100, times: 200 }))
  await child.until('taken', 100)
  child.kill()
  await child.ended
  const limits = [333, 1000, 5000]
  const readings = limits.flatMap((limit) => [{ stream, limit }, { limit }])
  const [whole = [], ...others] = await readEach(bench, readings)
  assertSound(whole)
  assertTaken(whole, child.said, 2, 3)
  assert.ok(whole.length >= 1400, `${String(whole.length)} of 1 400 records are there`)
  for (const records of others)
    assert.deepEqual(records, whole, 'pages of another size, or of the log, hold other records')
})

/** What a process that is killed leaves. */
export const killedLaws = [killed, askedAgain, large, many]
