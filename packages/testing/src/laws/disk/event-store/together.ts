import assert from 'node:assert/strict'
import { allOf, assertDone, diskLaw, type DiskBench } from '../disk-law.ts'
import type { Child } from '../processes.ts'
import { standStill } from '../stand-still.ts'
import { assertSound, assertTaken, assertUnsplit, readEach, readOnly } from '../stands.ts'
import { appending } from './appending.ts'

const streams = [1, 2, 3].map((n) => `cohort-00000000-0000-4000-8000-00000000000${String(n)}`)
const [stream = ''] = streams

const allDone = async (children: ReadonlyArray<Child>): Promise<void> => {
  for (const child of children) assertDone(child.said, await child.ended)
}

const rounds = 25

/** All ask for the same place at the same instant, again and again. */
const inRounds = async ({ start }: DiskBench): Promise<ReadonlyArray<Child>> => {
  const children = [1, 2, 3].map((by) =>
    start(appending({ by, times: rounds, waits: 'each time' })),
  )
  for (let round = 1; round <= rounds; round += 1) {
    await Promise.all(children.map((child) => child.until('ready', round)))
    for (const child of children) child.tell('go')
  }
  return children
}

const onePlace = diskLaw(
  'of several processes that append after the same revision one does, and the others learn the actual one',
  async (bench) => {
    const children = await inRounds(bench)
    await allDone(children)
    const records = await readOnly(bench, stream)
    assertSound(records)
    children.forEach((child, i) => assertTaken(records, child.said, i + 1, 3))
    const taken = children.flatMap(({ said }) => allOf(said, 'taken'))
    const places = taken.map(({ expected }) => expected).sort((a, b) => a - b)
    const all = Array.from({ length: rounds }, (_, round) => round * 3)
    assert.deepEqual(places, all, 'not one winner for each place')
    const actual = children.flatMap(({ said }) => allOf(said, 'conflict').map((one) => one.actual))
    assert.ok(
      actual.every((revision) => revision % 3 === 0 && revision <= records.length),
      'a conflict names a revision that never was',
    )
  },
)

const standingStill = diskLaw(
  'a process that stands still in the middle of an append, as under load, overwrites nothing',
  async (bench) => {
    const children = [1, 2, 3].map((by) => bench.start(appending({ by, times: 30 })))
    await standStill(bench, children)
    await allDone(children)
    const records = await readOnly(bench, stream)
    assertSound(records)
    assertUnsplit(records, 3)
    assert.equal(records.length, 3 * 30 * 3, 'other records than were taken')
    children.forEach((child, i) => assertTaken(records, child.said, i + 1, 3))
  },
)

const followed = diskLaw(
  'the log has one order for all processes, and who follows it misses nothing, whoever is killed',
  async (bench) => {
    const { start } = bench
    const follower = start({ does: 'follow' })
    await follower.until('ready', 1)
    const writers = [1, 2, 3, 4].map((by) =>
      start(appending({ by, stream: streams[by % 3] ?? stream, times: by === 4 ? 99_999 : 25 })),
    )
    const [killed, ...others] = [...writers].reverse()
    await killed?.until('taken', 12)
    killed?.kill()
    await killed?.ended
    await allDone(others)
    follower.tell('over')
    await allDone([follower])
    const seen = allOf(follower.said, 'read').flatMap(({ records }) => records)
    const readings = [{ limit: 1000 }, ...streams.map((each) => ({ stream: each, limit: 1000 }))]
    const [log = [], ...each] = await readEach(bench, readings)
    assert.deepEqual(seen, log, 'who followed the log saw another one than it is')
    for (const [i, records] of each.entries()) {
      assertSound(records)
      assertUnsplit(records, 3)
      const inLog = log.filter((one) => one.stream === streams[i])
      assert.deepEqual(inLog, records, 'the log has another order than a stream')
    }
    assert.ok(log.length >= 3 * 25 * 3 + 12 * 3, 'the log lacks what was taken')
  },
)

const opening = diskLaw(
  'several processes open what is not there yet, all at once',
  async (bench) => {
    const children = [1, 2, 3, 4].map((by) =>
      bench.start(appending({ by, times: 1, waits: 'to open', stream: streams[by % 3] ?? stream })),
    )
    await Promise.all(children.map((child) => child.until('ready', 1)))
    for (const child of children) child.tell('go')
    await allDone(children)
    assert.equal(
      (await readEach(bench, [{ limit: 1000 }]))[0]?.length,
      12,
      'not all that was taken is there',
    )
  },
)

/** What holds when several processes work on one place. */
export const togetherLaws = [onePlace, standingStill, followed, opening]
