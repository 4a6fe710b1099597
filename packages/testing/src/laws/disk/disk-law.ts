import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { seeded, type Chance } from '../../seeded.ts'
import type { Law } from '../law.ts'
import { whyOf } from '../trace/tell-broken.ts'
import type { Disk } from './disk.ts'
import { start, type Asked, type Child, type Ended } from './processes.ts'
import type { Said } from './task.ts'

/** What a law about a disk works with: an empty folder, and processes on it. */
export interface DiskBench {
  readonly disk: Disk
  readonly folder: string
  readonly chance: Chance
  readonly start: (asked: Asked, under?: ReadonlyArray<string>) => Child
  /** Starts a process that is to do all it was started for, and answers what it said. */
  readonly done: (asked: Asked) => Promise<ReadonlyArray<Said>>
}

/** All of a kind that was said. */
export const allOf = <Is extends Said['is']>(
  said: ReadonlyArray<Said>,
  is: Is,
): ReadonlyArray<Extract<Said, { readonly is: Is }>> =>
  said.filter((one): one is Extract<Said, { readonly is: Is }> => one.is === is)

/** Breaks the law if a process said that it could not do what it was started for. */
const assertAble = (said: ReadonlyArray<Said>): void => {
  const [failed] = allOf(said, 'failed')
  if (failed === undefined) return
  const { at, because } = failed
  assert.fail(at === 'loading' ? because : `a process failed at ${at}: ${because}`)
}

/** Breaks the law if a process did not do what it was started for. */
export const assertDone = (said: ReadonlyArray<Said>, { code, errors }: Ended): void => {
  assertAble(said)
  assert.ok(code === 0, `a process ended with ${String(code)}: ${errors}`)
}

/** Kills a process, and breaks the law if it had ended by itself before. */
export const assertKilled = async ({ kill, ended, said }: Child): Promise<void> => {
  kill()
  const { code, errors } = await ended
  if (code === null) return
  assertAble(said)
  assert.fail(`a process ended before it was killed: ${errors}`)
}

const isDone = (child: Child): Promise<ReadonlyArray<Said>> =>
  child.ended.then((ended) => {
    assertDone(child.said, ended)
    return child.said
  })

const within = async (deadline: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(new Error(`no end within ${String(deadline)} ms; its processes were killed`))
    }, deadline)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const work = async (disk: Disk, body: (bench: DiskBench) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'disk-law-'))
  const children: Array<Child> = []
  const starting: DiskBench['start'] = (asked, under) => {
    const child = start(disk, folder, asked, under)
    children.push(child)
    return child
  }
  const bench: DiskBench = {
    ...{ disk, folder, chance: seeded(disk.seed ?? 1), start: starting },
    done: (asked) => isDone(starting(asked)),
  }
  try {
    await within(disk.deadline ?? 30_000, body(bench))
    const wrong = await disk.lookAt?.(folder)
    assert.ok(wrong === undefined, wrong)
  } finally {
    for (const child of children) child.kill()
    await Promise.all(children.map(({ ended }) => ended))
    await rm(folder, { recursive: true, force: true })
  }
}

/** A law by its name and what is done, in processes of their own, to see whether it holds. */
export const diskLaw =
  (name: string, body: (bench: DiskBench) => Promise<void>) =>
  (disk: Disk): Law => ({
    name,
    check: TE.tryCatch(() => work(disk, body), whyOf),
  })
