import type { Step } from './calendar.ts'
import { coordinatorOn } from './coordinating.ts'
import type { Deed } from './deed.ts'
import { peopleOn } from './people-day.ts'
import type { Setting } from './setting.ts'
import type { World } from './world.ts'

/** What is done in one step of the clock. */
export type Act =
  | { readonly _tag: 'Open' }
  | { readonly _tag: 'EnrolAll' }
  /** Draft, look and record, all on one state: nothing else is done in that step. */
  | { readonly _tag: 'Match'; readonly run: number }
  | { readonly _tag: 'KeepTime' }
  | { readonly _tag: 'Do'; readonly deeds: ReadonlyArray<Deed> }

/** The mornings on which people are matched: the first proposals, and one more for who waits after the lapses. */
export const matchingDays: ReadonlyArray<number> = [9, 30]

/** What is done in a step: a pure function of the setting, the world before it, and the step. */
export const actOf = (setting: Setting, world: World, { part, day }: Step): Act => {
  if (part === 'night') return { _tag: 'KeepTime' }
  if (part === 'day') return { _tag: 'Do', deeds: peopleOn(setting, world, day) }
  if (day === 0) return { _tag: 'Open' }
  if (day === 1) return { _tag: 'EnrolAll' }
  const run = matchingDays.indexOf(day)
  return run >= 0
    ? { _tag: 'Match', run }
    : { _tag: 'Do', deeds: coordinatorOn(setting, world, day) }
}
