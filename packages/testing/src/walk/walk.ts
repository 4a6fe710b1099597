import { Cohort, type Command, type Event } from '@reverse-mentoring/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { passing, type Choice } from './choice.ts'
import { theCore, type Core } from './core.ts'
import { orInterrupted, type Interrupted } from './interrupted.ts'
import { interpret } from './interpret.ts'
import type { Menus } from './menu.ts'
import { prelude, type Setting } from './setting.ts'
import { tellWalk } from './tell-walk.ts'
import { asking } from './threw.ts'

/** One command of a walk, how it was answered, and the cohort before and after. */
export interface Step {
  readonly command: Command.Command
  readonly answer: Command.Decision<Command.Refusal>
  readonly before: Cohort.Cohort
  readonly after: Cohort.Cohort
}

/** What a series of commands led to. */
export interface Walk extends fc.WithToStringMethod {
  readonly steps: ReadonlyArray<Step>
  readonly events: ReadonlyArray<Event.CohortEvent>
  readonly cohort: Cohort.Cohort
}

/** The cohort that events lead to, from a cohort or from none. */
export const foldFrom = (
  { evolve }: Core,
  events: Iterable<Event.CohortEvent>,
  from: Cohort.Cohort = Cohort.noCohort,
): Cohort.Cohort => {
  let cohort = from
  for (const event of events) cohort = evolve(cohort, event)
  return cohort
}

/** The events that an answer gives. */
export const eventsOf = (answer: Step['answer']): ReadonlyArray<Event.CohortEvent> =>
  E.isRight(answer) ? answer.right : []

/** One step further. */
export const stepFrom = (core: Core, before: Cohort.Cohort, command: Command.Command): Step => {
  const answer = core.decide(command, before)
  return { command, answer, before, after: foldFrom(core, eventsOf(answer), before) }
}

/** What these steps led to. A runner that prints it shows its commands. */
export const walkOf = (steps: ReadonlyArray<Step>): Walk => {
  const events = steps.flatMap(({ answer }) => eventsOf(answer))
  return {
    ...{ steps, events },
    cohort: steps.at(-1)?.after ?? Cohort.noCohort,
    [fc.toStringMethod]: () => tellWalk({ steps, events }),
  }
}

/** A history that was recorded without our knowing the commands. */
export const walkOver = (events: ReadonlyArray<Event.CohortEvent>, core: Core = theCore): Walk => ({
  ...{ steps: [], events },
  cohort: foldFrom(core, events),
  [fc.toStringMethod]: () => tellWalk({ steps: [], events }),
})

/** The walk of these commands, one after another. */
export const walkAlong = (commands: Iterable<Command.Command>, core: Core = theCore): Walk => {
  const steps: Array<Step> = []
  let cohort = Cohort.noCohort
  for (const command of commands) {
    const step = stepFrom(core, cohort, command)
    steps.push(step)
    cohort = step.after
  }
  return walkOf(steps)
}

/** The walk that choices make in a setting; or how it was interrupted by what threw on the way. */
export const walkBy = (
  { core, menus }: { readonly core: Core; readonly menus: Menus },
  setting: Setting,
  choices: ReadonlyArray<Choice>,
): Walk | Interrupted => {
  const steps: Array<Step> = []
  const commands: Array<Command.Command> = []
  const go = (command: Command.Command): void => {
    const before = steps.at(-1)?.after ?? Cohort.noCohort
    commands.push(command)
    steps.push(asking('the core', () => stepFrom(core, before, command)))
  }
  const make = (): Walk => {
    prelude(setting).forEach(go)
    let clock = 2
    for (const choice of choices) {
      const cohort = steps.at(-1)?.after ?? Cohort.noCohort
      clock += passing(choice)
      go(interpret(menus, cohort, clock, choice, commands))
    }
    return walkOf(steps)
  }
  return orInterrupted(make, () => walkOf(steps))
}
