import type { Event, Values } from '@reverse-mentoring/core'
import { openEngine } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import { showDraft, type DraftsShown } from './show-draft.ts'
import { memoryPorts } from './ports.ts'
import type { Progress } from './progress.ts'
import type { Act } from './simulation/act.ts'
import { stepsOf } from './simulation/calendar.ts'
import { deed } from './simulation/deed.ts'
import { sayFailure } from './simulation/failure.ts'
import { performing } from './simulation/performing.ts'
import { said, self, type Setting } from './simulation/setting.ts'
import { failed, type Stop } from './stop.ts'

/** A draft of everybody in a roster, with nothing invented. */
export interface DryRun {
  readonly setting: Setting
  readonly rules: ReadonlyArray<Event.MatchingRule>
  readonly zone: Values.Zone
  readonly shown: DraftsShown
  readonly development: boolean
  readonly progress: Progress
}

/** Who agrees in the roster that their identity is read. */
const agreeing = (setting: Setting): Act => ({
  _tag: 'Do',
  deeds: setting.members.flatMap(({ participant, person }) =>
    person.agrees === true
      ? [
          deed({
            type: 'GiveConsent',
            ...said(setting, 2, self(participant), 'identityMatching'),
            purpose: 'identityMatching',
          }),
        ]
      : [],
  ),
})

/**
 * Drafts a first matching of everybody in the roster, in memory: as if all of them had been briefed and knew the purpose,
 * since a file does not tell, and without anything that nobody wrote in it.
 */
export const dryRun = async (run: DryRun): Promise<E.Either<Stop, void>> => {
  const { setting, rules, zone, shown, development, progress } = run
  const ports = memoryPorts()
  const opened = await openEngine(ports)()
  if (E.isLeft(opened)) return E.left(failed(sayFailure(opened.left)))
  const perform = performing({
    ...{ setting, rules, zone, development, directory: ports.directory, engine: opened.right },
    gates: { purpose: false, briefing: [] },
    onDraft: (draft, nth, notes) => {
      progress.say(`\n${showDraft(shown, setting, draft, nth, { title: 'Draft: ', notes })}\n`)
    },
  })
  const [step] = stepsOf(setting.start, 10).slice(-2)
  const acts: ReadonlyArray<Act> = [
    { _tag: 'Open' },
    { _tag: 'EnrolAll' },
    agreeing(setting),
    { _tag: 'Match', run: 0 },
  ]
  for (const act of acts) {
    const done = step === undefined ? E.right(undefined) : await perform(act, step)()
    if (E.isLeft(done)) return E.left(failed(sayFailure(done.left)))
  }
  await opened.right.close()
  return E.right(undefined)
}
