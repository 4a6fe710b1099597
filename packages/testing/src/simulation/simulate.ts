import { Values } from '@reverse-mentoring/core'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import { seeded } from '../seeded.ts'
import { play } from './acting.ts'
import { check } from './checking.ts'
import { live, newHost } from './host.ts'
import type { Ports } from './on-schedule.ts'
import { newPlace } from './place.ts'
import { restore } from './restoring.ts'
import { newScheduler } from './scheduler.ts'
import { newTrace } from './trace.ts'
import { newWitness } from './witness.ts'
import { count, instantOf, type World } from './world.ts'

/** What is simulated. */
export interface SimulationOptions {
  /** A whole number from 0; the same seed, on the same code, is the same simulation, step by step. */
  readonly seed: number
  /** Virtual hours, 1 or more. */
  readonly hours: number
  /** Ports with nothing in them; in memory unless told. Asked again for each log that is restored. */
  readonly newPorts?: () => Promise<Ports>
  /** Cohorts that live at the same time, 4 unless told. */
  readonly cohorts?: number
  /** Machines with an engine each, 3 unless told. */
  readonly engines?: number
  /** Told of every step. */
  readonly onStep?: (line: string) => void
  /** Told, now and then, how many virtual hours have gone by. */
  readonly onProgress?: (hours: number) => void
}

/** How a simulation went. */
export interface Simulation {
  /** The first promise that was broken; absent where all were kept. */
  readonly broken?: string
  /** Virtual hours that went by. */
  readonly hours: number
  /** Of every step, in order: two runs of one seed have the same. */
  readonly digest: string
  readonly steps: number
  /** What happened, counted. */
  readonly counts: ReadonlyMap<string, number>
  /** What was injected, by call and kind. */
  readonly injected: ReadonlyMap<string, number>
  /** The last steps. */
  readonly last: ReadonlyArray<string>
}

/** The longest time, in virtual hours, from one check of everything to the next. */
const longest = 150

const inMemory = (now: () => Values.Instant) => (): Promise<Ports> =>
  Promise.resolve({
    store: memoryEventStore({ now }),
    viewStore: memoryViewStore(),
    directory: memoryDirectory(),
  })

const faultOf = ({ seed, hours, cohorts = 1, engines = 1 }: SimulationOptions) => {
  if (!Number.isSafeInteger(seed) || seed < 0) return 'the seed is a whole number from 0'
  const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 1
  if (!isCount(hours)) return 'hours are a whole number from 1'
  return isCount(cohorts) && isCount(engines)
    ? undefined
    : 'cohorts and engines are whole numbers from 1'
}

/** Engines and people go on for so many hours, and end; then everything comes to rest and is looked at. */
const chapter = async (world: World, hours: number): Promise<string | undefined> => {
  const { scheduler, hosts, places, broken } = world
  const end = scheduler.time() + hours * Values.HOUR
  const isOver = (): boolean => scheduler.time() >= end || broken.length > 0
  // Nobody speaks any more when the last engine ends.
  const playing = Promise.all(
    places.flatMap((place) => [play(world, place, isOver), play(world, place, isOver)]),
  )
  let isQuiet = false
  const living = Promise.all(hosts.map((host) => live(world, host, () => isQuiet)))
  await playing
  isQuiet = true
  await living
  return broken[0] ?? (await check(world)) ?? broken[0] ?? world.witness.broken()[0]
}

/**
 * Simulates the whole engine in virtual time: people at several cohorts at once, several engines on the same ports,
 * which lose calls and answers, are late, have defects and wrong clocks; engines that crash in the middle of whatever they
 * do, and others that open on what they leave; erasures beside enrolments; an older log put back. One seeded scheduler
 * decides in which order everything happens. After every 150 hours at the latest all comes to rest, and everything is
 * held against what was acknowledged. Throws for options that make no sense.
 */
export const simulate = async (options: SimulationOptions): Promise<Simulation> => {
  const wrong = faultOf(options)
  if (wrong !== undefined) throw new RangeError(wrong)
  const { seed, hours, cohorts = 4, engines = 3, onProgress } = options
  const chance = seeded(seed)
  const trace = newTrace(options.onStep)
  const scheduler = newScheduler(seeded(seed + 1), trace)
  const newPorts = options.newPorts ?? inMemory(() => instantOf(scheduler))
  const world: World = {
    ...{ chance, scheduler, trace, stage: { name: 'stage', isDead: false } },
    hosts: Array.from({ length: engines }, (_, i) => newHost(`engine-${String(i + 1)}`)),
    places: Array.from({ length: cohorts }, (_, i) => newPlace(i, 2, chance)),
    ...{ counts: new Map(), injected: new Map(), broken: [], made: cohorts },
    ...{ cohorts: new Set(), erased: new Set(), told: [] },
    ports: await newPorts(),
    witness: newWitness(),
  }
  let chapters = 0
  const gone = (): number => Math.floor(scheduler.time() / Values.HOUR)

  const whole = async (): Promise<string | undefined> => {
    while (gone() < hours) {
      const left = hours - gone()
      const broken = await chapter(world, Math.min(left, 10 + Math.floor(chance() * longest)))
      if (broken !== undefined) return broken
      count(world.counts, 'times that everything was checked')
      onProgress?.(Math.min(hours, gone()))
      world.told = []
      chapters += 1
      // After every other one, so that none of some length is without.
      if (chapters % 2 === 1 && gone() < hours) await restore(world, newPorts)
    }
    return undefined
  }
  const broken = await scheduler
    .until(whole())
    .catch((thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)))
  return {
    ...(broken !== undefined && { broken }),
    ...{ hours: gone(), digest: trace.digest(), steps: trace.length(), last: trace.tail() },
    counts: new Map([...world.counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    injected: new Map([...world.injected].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
