import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, truncate, unlink, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long somebody waits for the lock, in milliseconds. */
const mostWait = 5_000

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return false
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** The numbers of the locks that a file has; the highest one counts. */
const numbersOf = async (file: string): Promise<ReadonlyArray<number>> => {
  const prefix = `${basename(file)}.lock.`
  const names = await readdir(dirname(file))
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
}

const highest = (numbers: ReadonlyArray<number>): number => Math.max(0, ...numbers)

const lockOf = (file: string, number: number): string => `${file}.lock.${String(number)}`

/** Whether who made a lock has let go of it, or is gone. One that is not there any more is not the highest. */
const isFree = async (lock: string): Promise<boolean> => {
  const holder = await readFile(lock, 'utf8').catch(() => undefined)
  return holder !== undefined && (holder === '' || isGone(Number(holder)))
}

/** Makes the lock of a number, whole or not at all, if nobody else has. */
const make = async (own: string, lock: string): Promise<boolean> => {
  try {
    await link(own, lock)
    return true
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw problem
  }
}

/** Tries to hold the lock after the highest one, if that one is free. */
const held = async (file: string, own: string): Promise<boolean> => {
  const before = highest(await numbersOf(file))
  if (before > 0 && !(await isFree(lockOf(file, before)))) return false
  const mine = lockOf(file, before + 1)
  if (!(await make(own, mine))) return false
  const numbers = await numbersOf(file)
  // Others went on meanwhile, and took away the number that was made here once more.
  const isLate = highest(numbers) > before + 1
  const idle = isLate ? [before + 1] : numbers.filter((number) => number <= before)
  for (const number of idle) await unlink(lockOf(file, number)).catch(() => undefined)
  return !isLate
}

/**
 * Does something while nobody else, in this process or another one, holds the lock of a file. Locks are numbered, and only
 * one process can make each number, so that nobody ever has to take another one's lock away: the lock of who was killed is
 * passed by, at whatever moment that was.
 */
export const locked = async <A>(file: string, work: () => Promise<A>): Promise<A> => {
  const own = `${file}.${randomUUID()}`
  await writeFile(own, String(process.pid))
  try {
    for (
      const began = performance.now();
      !(await held(file, own));
      await sleep(1 + 4 * Math.random())
    )
      if (performance.now() - began > mostWait)
        throw new Error(`${file} is locked by a process that runs`)
    try {
      return await work()
    } finally {
      // The lock is the same file under another name: empty, it is free.
      await truncate(own)
    }
  } finally {
    await unlink(own)
  }
}
