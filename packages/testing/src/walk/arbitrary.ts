import type { Cohort, Command, Event } from '@reverse-mentoring/core'
import fc from 'fast-check'
import { arbitraryChoice, passing } from './choice.ts'
import { interpret } from './interpret.ts'
import { Interrupted, orInterrupted, orThrowing } from './interrupted.ts'
import { menusOf } from './menu.ts'
import { checkedOptions, type CommandOptions, type WalkOptions } from './options.ts'
import { arbitrarySetting } from './setting.ts'
import { theCore } from './core.ts'
import { walkBy, type Walk } from './walk.ts'

/** Walks, and what could not become one. */
export const walksOrInterrupted = (
  asked: string,
  options: WalkOptions,
): fc.Arbitrary<Walk | Interrupted> => {
  const { core = theCore, maxLength = 80, beginnings } = checkedOptions(asked, options)
  const on = { core, menus: menusOf(options) }
  return fc
    .tuple(arbitrarySetting(beginnings), fc.array(arbitraryChoice, { maxLength, size: 'max' }))
    .map(([setting, choices]) => walkBy(on, setting, choices))
}

/**
 * Walks through the life of a cohort: commands that are plausible where it stands, some nonsense, some that come late or
 * again, each answered by `decide` and folded by `evolve`. They shrink to shorter walks. Some ten microseconds a step.
 * Where `also` or a core of one's own throws, a walk throws it as soon as a property looks at it.
 */
export const arbitraryWalk = (options: WalkOptions = {}): fc.Arbitrary<Walk> =>
  walksOrInterrupted('arbitraryWalk', options).map((made) => orThrowing(made))

/** Histories that walks leave behind; each is one that `decide` lets happen. */
export const arbitraryHistory = (
  options: WalkOptions = {},
): fc.Arbitrary<ReadonlyArray<Event.CohortEvent>> =>
  walksOrInterrupted('arbitraryHistory', options).map((made) =>
    orThrowing(made instanceof Interrupted ? made : made.events),
  )

/** Commands that are plausible where a cohort stands, and some nonsense, said so many hours after the scene began. */
export const arbitraryCommand = (
  cohort: Cohort.Cohort,
  hours = 24 * 60,
  options: CommandOptions = {},
): fc.Arbitrary<Command.Command> => {
  const menus = menusOf(checkedOptions('arbitraryCommand', options))
  return arbitraryChoice.map((choice) =>
    orThrowing(orInterrupted(() => interpret(menus, cohort, hours + passing(choice), choice, []))),
  )
}
