import assert from 'node:assert/strict'
import { stat, truncate } from 'node:fs/promises'
import { below } from '../../../seeded.ts'
import { allOf, assertDone, assertKilled, diskLaw, type DiskBench } from '../disk-law.ts'
import { assertSound, readOnly, recordsIn } from '../stands.ts'
import type { ReadRecord } from '../task.ts'
import { appending, stream } from './appending.ts'

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )

/** Appends two batches in a process that is killed, and tells how large the file was after each. */
const written = async (
  { start }: DiskBench,
  file: string,
  expected: number,
): Promise<readonly [number, number]> => {
  const child = start(
    appending({ by: 1, from: expected / 3, expected, times: 3, waits: 'each time' }),
  )
  const sizes: Array<number> = []
  for (const times of [1, 2]) {
    child.tell('go')
    // It is ready again once it has its answer.
    await child.until('ready', times + 1)
    sizes.push(await sizeOf(file))
  }
  await assertKilled(child)
  assert.equal(allOf(child.said, 'taken').length, 2, 'nothing is taken')
  return [sizes[0] ?? 0, sizes[1] ?? 0]
}

/** What a process finds, or nothing where it says that it cannot: that is loud, and no harm. */
const found = async ({ start }: DiskBench): Promise<ReadonlyArray<ReadRecord> | undefined> => {
  const { said, ended } = start({ does: 'read', readings: [{ stream, limit: 1000 }] })
  const end = await ended
  if (allOf(said, 'failed').length > 0) return undefined
  assertDone(said, end)
  return recordsIn(said, 1)[0]
}

/**
 * The state of a crash of the machine in the middle of an append: of what was written last only a part has reached the
 * disk. Nobody can tell that from a crash before the answer, so the last batch may be gone, as a whole.
 */
export const tornLaw = (tail: (folder: string) => string) =>
  diskLaw(
    'a torn tail costs the last batch at most, as a whole or by a loud failure, and nothing that comes then',
    async (bench) => {
      const file = tail(bench.folder)
      let expected = 0
      for (let round = 0; round < 3; round += 1) {
        const [before, after] = await written(bench, file, expected)
        assert.ok(
          after > before,
          `${file} does not grow with an append: name another file as \`tail\``,
        )
        // At least one byte is gone, and one of the batch may be there.
        await truncate(file, before + below(bench.chance, after - before))
        const left = await found(bench)
        if (left === undefined) return
        assertSound(left)
        const [least, most] = [expected + 3, expected + 6]
        assert.ok(
          left.length === least || left.length === most,
          `${String(left.length)} records are left of ${String(most)}, the last three of which were torn`,
        )
        // Whoever asked for it asks again.
        const last = { by: 1, from: expected / 3 + 1, expected: least, times: 1 }
        const said = await bench.done(appending(last))
        assert.equal(allOf(said, 'taken').length, 1, 'the torn batch cannot be asked again')
        expected = most
      }
      const records = await readOnly(bench, stream)
      assertSound(records)
      assert.equal(records.length, expected, 'what was taken after a torn tail is not there')
    },
  )
