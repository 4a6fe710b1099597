import { Cohort, type Event, type Values } from '@reverse-mentoring/core'
import type { Draft } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import type { Ports } from './ports.ts'
import type { Progress } from './progress.ts'
import { sayFailure } from './simulation/failure.ts'
import { showDraft, type DraftsShown } from './show-draft.ts'
import type { Setting } from './simulation/setting.ts'
import { simulate } from './simulation/simulate.ts'
import type { World } from './simulation/world.ts'
import { isMilestone, stepText } from './step-text.ts'
import { failed, type Stop } from './stop.ts'
import { dateText } from './wording.ts'

/** A run, up to some instant. */
export interface Life {
  readonly setting: Setting
  readonly ports: Ports
  readonly rules: ReadonlyArray<Event.MatchingRule>
  readonly zone: Values.Zone
  readonly until: Values.Instant
  /** How drafts are shown. */
  readonly shown: DraftsShown
  /** Given when it is to stop after the step that it is at. */
  readonly signal: AbortSignal
  /** Whether a policy that throws is told with what it threw and where. */
  readonly development: boolean
  readonly progress: Progress
}

/** Lives through the cohort, showing every draft before it is recorded, and brings the views up to date. */
export const live = async (life: Life): Promise<E.Either<Stop, World>> => {
  const { setting, ports, progress } = life
  let world: World | undefined
  let today = setting.start
  const onDraft = (draft: Draft, run: number, notes: ReadonlyArray<string>): void => {
    const before = world === undefined ? 0 : Cohort.pairings(world.cohort).length
    const title = `Draft ${String(run + 1)}, ${dateText(today)}: `
    progress.say(`\n${showDraft(life.shown, setting, draft, run, { title, notes, before })}\n`)
  }
  const lived = await simulate({
    ...life,
    store: ports.store,
    viewStore: ports.viewStore,
    directory: ports.directory,
    onDraft,
    onStep: (step, now) => {
      world = now
      today = step.from
      progress.at(stepText(step, now), isMilestone(step))
    },
  })()
  return E.isLeft(lived) ? E.left(failed(sayFailure(lived.left))) : lived
}
