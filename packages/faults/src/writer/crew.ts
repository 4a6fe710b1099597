import { begin, hearing, type Begun } from '@reverse-mentoring/servers/processes'
import { setTimeout } from 'node:timers/promises'
import type { Acknowledged } from '../audit/audit.ts'
import type { Task } from '../child/task.ts'
import type { Scope } from '../scope.ts'

/** A writer's process. */
export interface Writer {
  readonly number: number
  readonly begun: Begun
}

/** Several writers, each a process with a whole engine, one after the other under the same number. */
export interface Crew {
  readonly writers: () => ReadonlyArray<Writer>
  /** Starts the next process of a number: it asks again what the one before it was asking last. */
  readonly start: (number: number) => Writer
  /** Starts one of each number, and waits until all of them write. */
  readonly startAll: () => Promise<void>
  /** Is done once each writer was acknowledged something more. */
  readonly goOn: () => Promise<void>
  /** Whether some writer got no answer, within so many milliseconds. */
  readonly untilOneWaits: (milliseconds: number) => Promise<boolean>
  /** Kills all of them, has what was under way asked again, and answers what was acknowledged. */
  readonly end: () => Promise<ReadonlyArray<Acknowledged>>
  /** Kills all of them, and answers what was acknowledged. */
  readonly kill: () => Promise<ReadonlyArray<Acknowledged>>
  /** What was refused, and how often. */
  readonly refused: () => ReadonlyMap<string, number>
  readonly count: (line: RegExp) => number
}

export interface CrewOptions extends Pick<Task, 'address' | 'deadline' | 'clock'> {
  readonly scope: Scope
  readonly size: number
}

const program = new URL('../child/writer.ts', import.meta.url)
const endless = 90_000

/** Throws if a writer ended though nobody killed it. */
const assertAlive = ({ begun }: Writer): void => {
  if (begun.isOver()) throw new Error(`a writer ended by itself: ${begun.said().slice(-2000)}`)
}

export const newCrew = ({ scope, size, ...given }: CrewOptions): Crew => {
  const began: Array<Writer> = []
  const current = new Map<number, Writer>()
  const numbers = Array.from({ length: size }, (_, i) => i + 1)

  const linesOf = (line: RegExp): ReadonlyArray<RegExpExecArray> =>
    began.flatMap(({ begun }) => [...begun.said().matchAll(line)])
  const lastAsked = (number: number): number =>
    began
      .filter((one) => one.number === number)
      .reduce(
        (last, { begun }) =>
          Number([...begun.said().matchAll(/^asked (\d+)$/gm)].at(-1)?.[1] ?? last),
        1,
      )
  const beginWith = (number: number, rounds: number): Writer => {
    const { clock } = given
    const task: Task = {
      ...given,
      ...{ writer: number, from: lastAsked(number), rounds },
      ...(clock !== undefined && { clock: clock + began.length }),
    }
    const writer = { number, begun: begin(program, JSON.stringify(task)) }
    began.push(writer)
    current.set(number, writer)
    scope.defer(() => {
      writer.begun.kill()
      return writer.begun.ended
    })
    return writer
  }
  const start = (number: number): Writer => beginWith(number, endless)
  const acknowledged = (): ReadonlyArray<Acknowledged> => {
    const all = linesOf(/^did (\S+) (\S+)$/gm).map(([, command = '', cohort = '']) => ({
      ...{ command, cohort },
    }))
    return [...new Map(all.map((one) => [one.command, one])).values()]
  }
  const did = ({ begun }: Writer): number => begun.said().split('\ndid ').length
  const waits = (): number => linesOf(/^waits$/gm).length

  const kill: Crew['kill'] = async () => {
    for (const { begun } of current.values()) {
      begun.thaw()
      begun.kill()
    }
    await Promise.all([...current.values()].map(({ begun }) => begun.ended))
    return acknowledged()
  }
  return {
    ...{ start, kill },
    writers: () => [...current.values()],
    startAll: async () => {
      const started = numbers.map(start)
      await Promise.all(started.map(({ begun }) => hearing(begun, /^did /m)))
    },
    goOn: async () => {
      const writers = [...current.values()]
      const before = writers.map(did)
      while (writers.some((writer, i) => did(writer) <= (before[i] ?? 0))) {
        for (const writer of writers) assertAlive(writer)
        await setTimeout(10)
      }
    },
    untilOneWaits: async (milliseconds) => {
      const before = waits()
      const until = performance.now() + milliseconds
      while (waits() === before && performance.now() < until) await setTimeout(5)
      return waits() > before
    },
    end: async () => {
      await kill()
      const last = numbers.map((number) => beginWith(number, 1))
      for (const { begun } of last)
        if ((await begun.ended) !== 0)
          throw new Error(`a writer could not end: ${begun.said().slice(-2000)}`)
      return acknowledged()
    },
    refused: () => {
      const counts = new Map<string, number>()
      for (const [, what = ''] of linesOf(/^refused (.*)$/gm))
        counts.set(what, (counts.get(what) ?? 0) + 1)
      return counts
    },
    count: (line) => linesOf(line).length,
  }
}
