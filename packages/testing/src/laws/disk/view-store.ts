import assert from 'node:assert/strict'
import { below } from '../../seeded.ts'
import type { Law } from '../law.ts'
import type { Disk } from './disk.ts'
import { allOf, assertDone, assertKilled, diskLaw, type DiskBench } from './disk-law.ts'
import { standStill } from './stand-still.ts'
import type { Said, ShownCohort } from './task.ts'

type Committed = Extract<Said, { readonly is: 'committed' }>

const shown = async ({ done }: DiskBench) => {
  const [last] = allOf(await done({ does: 'show' }), 'shown')
  assert.ok(last !== undefined, 'nothing was shown')
  return last
}

/** Rows of whole commits: so many with each mark, and the last one under the mark that the header has. */
const assertWhole = ({ version, mark, rows }: ShownCohort, size: number): void => {
  assert.equal(rows.length, version === 0 ? 0 : version * size + 1, 'rows of a part of a commit')
  assert.ok(version === 0 || rows.includes(`last=${mark}`), 'a header shows other rows than stand')
}

const marksOf = (committed: ReadonlyArray<Committed>, cohort: number): ReadonlyArray<string> =>
  committed.flatMap(({ versions, mark }) => (versions[cohort] === undefined ? [] : [mark]))

const oneWinner = diskLaw(
  'of several processes that commit after the same version one does, and no row of another stands',
  async (bench) => {
    const { start } = bench
    const children = [1, 2, 3].map((by) => start({ does: 'commit', by, times: 30, size: 2 }))
    for (const [i, ended] of (await standStill(bench, children)).entries())
      assertDone(children[i]?.said ?? [], ended)
    const committed = children.flatMap(({ said }) => allOf(said, 'committed'))
    const { cohorts, checkpoint } = await shown(bench)
    for (const [i, cohort] of cohorts.entries()) {
      const versions = committed.flatMap((one) => one.versions[i] ?? []).sort((a, b) => a - b)
      const each = Array.from({ length: cohort.version }, (_, n) => n + 1)
      assert.deepEqual(versions, each, 'not one winner for each version')
      assertWhole(cohort, 2)
      const keys = marksOf(committed, i).flatMap((mark) => [
        `${mark}/0=${mark}`,
        `${mark}/1=${mark}`,
      ])
      const rows = cohort.rows.filter((row) => !row.startsWith('last='))
      assert.deepEqual([...rows].sort(), keys.sort(), 'other rows than those of the winners')
    }
    const marks = cohorts.map(({ mark }) => mark)
    assert.ok(marks.includes(checkpoint ?? ''), 'a checkpoint of a commit that is not the last')
  },
)

const wholeCommits = diskLaw(
  'a process that is killed while it commits leaves whole commits, and all that it was told are taken',
  async (bench) => {
    const { start, chance } = bench
    const committed: Array<Committed> = []
    for (const by of [1, 2, 3]) {
      const child = start({ does: 'commit', by, times: 99_999, size: 200 })
      await child.until('committed', 1 + below(chance, 15))
      await new Promise((done) => setTimeout(done, below(chance, 8)))
      await assertKilled(child)
      committed.push(...allOf(child.said, 'committed'))
    }
    const { cohorts } = await shown(bench)
    for (const [i, cohort] of cohorts.entries()) {
      assertWhole(cohort, 200)
      const rows = new Set(cohort.rows)
      for (const mark of marksOf(committed, i))
        assert.ok(rows.has(`${mark}/199=${mark}`), 'a commit that was taken is not there')
    }
  },
)

/** What every view store on a disk must keep beside `viewStoreLaws`: with several processes, and when they are killed. */
export const viewStoreDiskLaws = (disk: Disk): ReadonlyArray<Law> =>
  [oneWinner, wholeCommits].map((law) => law(disk))
