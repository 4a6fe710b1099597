import { Port, type Event, type Values } from '@reverse-mentoring/core'
import { openEngine } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { actOf } from './act.ts'
import { stepsOf, type Step } from './calendar.ts'
import type { SimulationFailure } from './failure.ts'
import { eventsAfter } from './history.ts'
import { numbering } from './numbering.ts'
import { performing, type Stage } from './performing.ts'
import { cohortDays } from './setting.ts'
import { after, noWorld, type World } from './world.ts'

/** What a run needs. */
export interface Simulation extends Omit<Stage, 'engine'> {
  readonly store: Port.EventStore
  readonly viewStore: Port.ViewStore
  /** Nothing is done from then on. */
  readonly until: Values.Instant
  /** Given when it is to stop after the step that it is at. */
  readonly signal?: AbortSignal
  /** Told before every step. */
  readonly onStep: (step: Step, world: World) => void
}

/** The last step that began before an instant. */
const stepAt = (steps: ReadonlyArray<Step>, at: Values.Instant): number =>
  Math.max(
    0,
    steps.findLastIndex(({ from }) => from <= at),
  )

const lastSaid = (events: ReadonlyArray<Event.CohortEvent>): Values.Instant | undefined =>
  events.at(-1)?.at

/**
 * Lives through the cohort step by step. A run that was broken off is taken up at the last step of which anything is
 * stored: the same state before it leads to the same commands, what took effect answers as a repeat, the rest is added.
 */
export const simulate =
  (simulation: Simulation): TaskEither<SimulationFailure, World> =>
  async () => {
    const { setting, store, viewStore, directory, until, onStep } = simulation
    const { cohort, ids, start } = setting
    const { sources, goOnFrom } = numbering(ids, start)
    const opened = await openEngine({ store, viewStore, directory, sources })()
    if (E.isLeft(opened)) return opened
    const engine = opened.right
    const perform = performing({ ...simulation, engine })
    const past = await eventsAfter(store, cohort, 0)()
    if (E.isLeft(past)) return past
    const steps = stepsOf(start, cohortDays + 1)
    const first = stepAt(steps, lastSaid(past.right) ?? start)
    const begin = steps[first]?.from ?? start
    let world = after(
      noWorld,
      past.right.filter(({ at }) => at < begin),
    )
    for (const step of steps.slice(first)) {
      const isOver = step.from >= until || world.cohort.closedAt !== undefined
      if (isOver || simulation.signal?.aborted === true) break
      onStep(step, world)
      const loaded = await engine.load(cohort)()
      if (E.isLeft(loaded)) return loaded
      goOnFrom(loaded.right.revision, step)
      const acted = await perform(actOf(setting, world, step), step)()
      if (E.isLeft(acted)) return acted
      const news = await eventsAfter(store, cohort, world.revision)()
      if (E.isLeft(news)) return news
      if (news.right.some(({ at }) => at < step.from || at >= step.until)) {
        return E.left(Port.unavailable('another run writes to it; let that one end, then go on'))
      }
      world = after(world, news.right)
    }
    const shown = await engine.catchUp()
    return E.isLeft(shown) ? shown : E.right(world)
  }
