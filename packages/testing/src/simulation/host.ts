import { Values } from '@reverse-mentoring/core'
import { openEngine } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { faultyDirectory } from '../faults/faulty-directory.ts'
import { faultyEventStore } from '../faults/faulty-event-store.ts'
import { faultySources } from '../faults/faulty-sources.ts'
import { faultyViewStore } from '../faults/faulty-view-store.ts'
import { newFaults, type Faults } from '../faults/faults.ts'
import { below, oneOf } from '../seeded.ts'
import { onSchedule } from './on-schedule.ts'
import type { Host, Running } from './running.ts'
import type { Process } from './scheduler.ts'
import { weather } from './weather.ts'
import { count, sourcesOf, untilBeat, type World } from './world.ts'

/** The most milliseconds that a call is late: more than its deadline at times. */
export const mostLate = 12_000

/** Milliseconds within which an engine that is closed has ended. */
const closing = 10 * Values.MINUTE

export const newHost = (name: string): Host => ({ name, lives: 0, running: undefined })

/** An engine that knows nothing of what was, on the ports as they are; on ports that fail, unless they are to be calm. */
export const openOn = async (
  world: World,
  name: string,
  isCalm = false,
): Promise<Omit<Running, 'died'> | undefined> => {
  const { chance, scheduler, trace } = world
  const process: Process = { name, isDead: false }
  const sources = sourcesOf(world, process)
  const faults = newFaults({
    seed: below(chance, 2 ** 32),
    rates: isCalm ? {} : weather(chance),
    most: mostLate,
    pause: (milliseconds) => scheduler.pause(process, milliseconds),
  })
  const secret = (): string =>
    Array.from({ length: 64 }, () => below(chance, 16).toString(16)).join('')
  const on = onSchedule(world.ports, { by: process, scheduler, witness: world.witness, secret })
  const largest = isCalm ? Infinity : (oneOf(chance, [2, 8, 1000]) ?? 1000)
  const opened = await openEngine({
    store: faultyEventStore(on.store, faults, { largest }),
    viewStore: faultyViewStore(on.viewStore, faults),
    directory: faultyDirectory(on.directory, faults),
    sources: faultySources(sources, faults),
    pageSize: 1 + below(chance, 50),
    cached: oneOf(chance, [100, 1000, 200_000]) ?? 1000,
    checkProofs: chance() < 0.3,
    pollEvery: 2 * Values.HOUR,
    tickEvery: 3 * Values.HOUR,
    onTrouble: (trouble) => {
      count(world.counts, 'troubles that engines told of')
      const { because } = trouble
      // Ports belong together until an older log is put back.
      if (trouble.while === 'comparing the ports' && wasRestored(world)) return
      const tag = 'cohort' in because ? because.because._tag : because._tag
      // Whatever else there is, is no fault of the ports.
      if (tag !== 'Unavailable') world.broken.push(`${trouble.while}: ${tag}`)
    },
    onParked: ({ because }) => world.broken.push(`a view was parked: ${because}`),
  })()
  trace.say(`${String(scheduler.time())} ${name} ${E.isRight(opened) ? 'opens' : 'cannot open'}`)
  if (E.isLeft(opened)) addInjected(world, faults)
  return E.isRight(opened) ? { process, engine: opened.right, faults } : undefined
}

/** Whether an older log was put back. */
const wasRestored = ({ counts }: World): boolean =>
  [...counts.keys()].some((what) => what.startsWith('logs restored'))

const addInjected = ({ injected }: World, faults: Faults): void => {
  for (const [what, times] of faults.injected()) count(injected, what, times)
}

/** Runs engines, one after another, until it is over: each ends in order, or crashes. */
export const live = async (world: World, host: Host, isOver: () => boolean): Promise<void> => {
  const { chance, scheduler, stage, counts, trace } = world
  while (!isOver()) {
    host.lives += 1
    const opened = await openOn(world, `${host.name}.${String(host.lives)}`)
    if (opened === undefined) {
      await scheduler.pause(stage, Values.MINUTE)
      continue
    }
    count(counts, 'engines opened')
    let die = (): void => undefined
    const died = new Promise<undefined>((done) => {
      die = () => done(undefined)
    })
    const { process, engine, faults } = opened
    host.running = { ...opened, died }
    const stop = new AbortController()
    const running = engine.run(stop.signal)()
    // Short lives and long ones, which end while people are busy.
    const end = scheduler.time() + below(chance, oneOf(chance, [2, 40, 200]) ?? 2) * Values.HOUR
    while (!isOver() && scheduler.time() < end)
      await scheduler.pause(stage, untilBeat(scheduler.time()) + below(chance, 300))
    host.running = undefined
    if (chance() < 0.6) {
      count(counts, 'engines crashed')
      trace.say(`${String(scheduler.time())} ${process.name} crashes`)
      process.isDead = true
      die()
    } else {
      count(counts, 'engines closed')
      stop.abort()
      const closed = Promise.all([running, engine.close()]).then(() => true)
      const inTime = await Promise.race([closed, scheduler.pause(stage, closing).then(() => false)])
      if (!inTime) world.broken.push('an engine that was closed did not end')
      die()
    }
    addInjected(world, faults)
    await scheduler.pause(stage, below(chance, 2 * Values.HOUR))
  }
}
