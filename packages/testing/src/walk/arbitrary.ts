import type { Cohort, Command, Event } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { arbitraryChoice, passing } from './choice.ts'
import { interpret } from './interpret.ts'
import { arbitrarySetting } from './setting.ts'
import { theCore, walkBy, type Core, type Walk } from './walk.ts'

/** How long a walk may be, in commands after its beginning. */
export interface Length {
  readonly maxLength?: number
}

/**
 * Walks through the life of a cohort: commands that are plausible where it stands, some nonsense, some that come late or
 * again, each answered by `decide` and folded by `evolve`. They shrink to shorter walks. Some twenty microseconds a step.
 */
export const arbitraryWalk = (
  core: Core = theCore,
  { maxLength = 80 }: Length = {},
): fc.Arbitrary<Walk> =>
  fc
    .tuple(arbitrarySetting, fc.array(arbitraryChoice, { maxLength, size: 'max' }))
    .map(([setting, choices]) => walkBy(core, setting, choices))

/** Histories that walks leave behind; each is one that `decide` lets happen. */
export const arbitraryHistory = (
  length: Length = {},
): fc.Arbitrary<ReadonlyArray<Event.CohortEvent>> =>
  arbitraryWalk(theCore, length).map(({ events }) => events)

/** Commands that are plausible where a cohort stands, and some nonsense, said so many hours after the scene began. */
export const arbitraryCommand = (
  cohort: Cohort.Cohort,
  hours = 24 * 60,
): fc.Arbitrary<Command.Command> =>
  arbitraryChoice.map((choice) => interpret(cohort, hours + passing(choice), choice, []))
