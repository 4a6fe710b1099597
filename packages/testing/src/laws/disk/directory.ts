import assert from 'node:assert/strict'
import { below } from '../../seeded.ts'
import type { Law } from '../law.ts'
import type { Disk } from './disk.ts'
import { allOf, assertDone, assertKilled, diskLaw, type DiskBench } from './disk-law.ts'
import type { Said } from './task.ts'

/** Who was kept and who was erased, as a process was told, and whoever was next may be either. */
const assertKept = async (
  { done }: DiskBench,
  said: ReadonlyArray<Said>,
  by: number,
): Promise<void> => {
  const kept = allOf(said, 'kept').map(({ person }) => person)
  const erased = allOf(said, 'erased').map(({ person }) => person)
  const unknown = new Set([(kept.at(-1) ?? 0) - 1, (kept.at(-1) ?? 0) + 1])
  const times = kept.length + 2
  const [found] = allOf(await done({ does: 'find', by, times, again: erased }), 'found')
  for (const person of kept) {
    const isErased = erased.includes(person)
    if (!isErased && unknown.has(person)) continue
    const isThere = [found?.people, found?.texts].map((some) => some?.includes(person) === true)
    const what = isErased ? 'was erased, and came back' : 'was kept, and is not there'
    assert.deepEqual(isThere, [!isErased, !isErased], `person ${String(person)} ${what}`)
  }
}

const kept = diskLaw(
  'what a process that is killed was told is kept is there, and who was erased does not come back',
  async (bench) => {
    for (const by of [1, 2]) {
      const child = bench.start({ does: 'keep', by, times: 30_000 })
      await child.until('erased', 1 + below(bench.chance, 8))
      await new Promise((done) => setTimeout(done, below(bench.chance, 5)))
      await assertKilled(child)
      await assertKept(bench, child.said, by)
    }
  },
)

const rounds = 20

const secrets = diskLaw(
  'of several processes that bring a secret or a salt the first one’s is kept, for all',
  async ({ start }) => {
    const children = [1, 2, 3].map((by) => start({ does: 'bring', by, times: rounds }))
    for (let round = 1; round <= rounds; round += 1) {
      await Promise.all(children.map((child) => child.until('ready', round)))
      for (const child of children) child.tell('go')
    }
    for (const child of children) assertDone(child.said, await child.ended)
    const [first, ...others] = children.map(({ said }) => allOf(said, 'brought')[0]?.values)
    assert.equal(first?.length, 2 * rounds, 'nothing was brought')
    for (const other of others) assert.deepEqual(other, first, 'two processes have different ones')
  },
)

/** What every directory on a disk must keep beside `directoryLaws`: with several processes, and when they are killed. */
export const directoryDiskLaws = (disk: Disk): ReadonlyArray<Law> =>
  [kept, secrets].map((law) => law(disk))
