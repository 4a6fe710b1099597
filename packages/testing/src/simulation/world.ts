import { Values, type Command } from '@reverse-mentoring/core'
import type { Sources } from '@reverse-mentoring/runtime'
import type * as E from 'fp-ts/lib/Either.js'
import { at } from '../scene/the.ts'
import type { Chance } from '../seeded.ts'
import type { Host } from './running.ts'
import type { Ports } from './on-schedule.ts'
import type { Place } from './place.ts'
import type { Process, Scheduler } from './scheduler.ts'
import { nextUuid } from './seeded-ids.ts'
import type { Trace } from './trace.ts'
import type { Witness } from './witness.ts'

/** A command, and what was known once it was answered, or its engine was gone. */
export interface Told {
  readonly command: Command.Command
  readonly id: Values.Uuid
  /** Nothing where the engine died before it answered. */
  readonly answer: E.Either<{ readonly _tag: string }, unknown> | undefined
  /** How many records the cohort had when it was asked, and when it was answered. */
  readonly from: number
  readonly then: number
}

/** What was done and seen, counted. */
export type Counts = Map<string, number>

/** Everything that a simulation goes on in. */
export interface World {
  readonly chance: Chance
  readonly scheduler: Scheduler
  readonly trace: Trace
  /** Who acts in nobody's name, and never dies. */
  readonly stage: Process
  readonly hosts: ReadonlyArray<Host>
  readonly places: ReadonlyArray<Place>
  readonly counts: Counts
  readonly injected: Counts
  /** What was found to be broken while it happened. */
  readonly broken: Array<string>
  /** All cohorts that were opened, as far as the log may hold them. */
  readonly cohorts: Set<Values.CohortId>
  /** Whose erasure was taken. */
  readonly erased: Set<Values.ParticipantId>
  /** How many cohorts there ever were, or will be next. */
  made: number
  ports: Ports
  witness: Witness
  told: Array<Told>
}

export const count = (counts: Counts, what: string, times = 1): void => {
  counts.set(what, (counts.get(what) ?? 0) + times)
}

/** The hours before the first cohort opens. */
const before = 2

/** The instant that it is. */
export const instantOf = (scheduler: Scheduler): Values.Instant =>
  Values.plusMillis(at(before), scheduler.time())

/** Whole hours since the scene began. */
export const hourOf = (scheduler: Scheduler): number =>
  before + Math.floor(scheduler.time() / Values.HOUR)

/** People do things on the same beats, so that they meet. */
const beat = 15 * Values.MINUTE

/** Milliseconds until one of the next beats. */
export const untilBeat = (time: number, beats = 1): number => beat * beats - (time % beat)

/** Sources of one process, in virtual time. */
export const sourcesOf = (
  { scheduler, chance }: Pick<World, 'scheduler' | 'chance'>,
  by: Process,
): Sources => ({
  id: () => nextUuid(chance, Values.millis(instantOf(scheduler))),
  chance,
  now: () => instantOf(scheduler),
  pause: (milliseconds) => () => scheduler.pause(by, milliseconds),
  alarm: (milliseconds, ring) => scheduler.alarm(by, milliseconds, ring),
})
