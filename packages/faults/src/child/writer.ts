import { openEngine, promise, systemSources } from '@reverse-mentoring/runtime'
import { openAt, type Ports } from '@reverse-mentoring/servers/ports'
import { writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { write } from '../writer/write.ts'
import type { Task } from './task.ts'

/** One whole engine, with commands, views and time, in a process that is killed, or whose ports fail. */
const task = JSON.parse(process.argv[2] ?? '') as Task

// Ends with who started it, however that ended.
process.stdin.on('end', () => process.exit(1)).resume()

/** Straight to the pipe: what was said has left the process, whatever becomes of it. */
const say = (line: string): void => void writeSync(1, `${line}\n`)

/** Opens something, as soon as its server takes it. */
const patiently = async <A>(open: () => Promise<A>): Promise<A> => {
  for (;;) {
    try {
      return await open()
    } catch (thrown) {
      if ((thrown as { readonly kind?: string }).kind !== 'unavailable') throw thrown
      await setTimeout(50)
    }
  }
}

/** Loaded only where it is asked for: what draws the jumps takes long to load. */
const jumping = async (seed: number): Promise<() => number> =>
  (await import('./jumping-clock.ts')).jumpingClock(seed)

const jump = task.clock === undefined ? undefined : await jumping(task.clock)
const ports: Ports = await patiently(() => openAt(task.address, task.deadline))
const often = { pollEvery: 25, tickEvery: 200 }
const engine = await patiently(() => promise(openEngine({ ...ports, ...often })))
const stop = new AbortController()
const running = engine.run(stop.signal)()
say('lives')
await write({
  ...task,
  ...{ engine, say, sources: systemSources },
  ...(jump !== undefined && {
    onRound: () => {
      say(`jumped ${String(jump())}`)
    },
  }),
})
stop.abort()
await running
await engine.close()
await promise(ports.close)
say('lived')
process.exit(0)
