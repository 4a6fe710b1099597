import { type Cohort, View, type Event, type Values } from '@reverse-mentoring/core'
import type { Core } from '../walk/core.ts'
import { firstBroken, type Invariant } from './invariant.ts'

type Events = ReadonlyArray<Event.CohortEvent>

const rowsOf = (
  { views }: Core,
  { name }: { readonly name: string },
  cohort: Cohort.Cohort,
): ReadonlyMap<string, unknown> => {
  const view = views.find((one) => one.name === name)
  return view === undefined ? new Map() : View.viewRows(view, cohort)
}

type ToldRun = Pick<View.RunRow, 'ranAt' | 'parts' | 'pairs' | 'unmatched'>

/** What a sound history says that its runs came to, from its events alone. */
const toldRuns = (events: Events): ReadonlyMap<Values.RunId, ToldRun> => {
  const runs = new Map<Values.RunId, ToldRun>()
  for (const event of events) {
    if (event.type !== 'MatchingRan') continue
    const before = runs.get(event.run)
    runs.set(event.run, {
      ranAt: before?.ranAt ?? event.at,
      parts: (before?.parts ?? 0) + 1,
      pairs: (before?.pairs ?? 0) + event.pairs,
      unmatched: (before?.unmatched ?? 0) + event.unmatched.length,
    })
  }
  return runs
}

const keyOf = (participant: Values.ParticipantId, role: Values.Role): string =>
  `${participant} ${role}`

/** What a run said of somebody in a role, and whether they waited then: who was never proposed to anybody did. */
interface Word {
  readonly reason: Event.UnmatchedReason
  readonly waited: boolean
}

/** Of each person and role the word of the last run, unless they were enrolled or proposed to somebody since. */
const lastWords = (events: Events): ReadonlyMap<string, Word> => {
  const words = new Map<string, Word>()
  const [enrolled, proposed] = [new Set<string>(), new Set<string>()]
  for (const event of events) {
    if (event.type === 'Enrolled') {
      words.delete(keyOf(event.participant, event.role))
      enrolled.add(keyOf(event.participant, event.role))
    }
    if (event.type === 'Matched')
      for (const role of ['mentor', 'mentee'] as const) {
        words.delete(keyOf(event[role], role))
        proposed.add(keyOf(event[role], role))
      }
    if (event.type === 'MatchingRan')
      for (const { participant, role, reason } of event.unmatched) {
        const key = keyOf(participant, role)
        if (enrolled.has(key)) words.set(key, { reason, waited: !proposed.has(key) })
      }
  }
  return words
}

/** Why a row's reason is wrong; who had a pairing when a run was recorded did not wait, and has an earlier word or none. */
const wrongWord = (
  { participant, waitingSince, leftWaiting }: View.RosterRow,
  last: Word | undefined,
): string | undefined => {
  const said = leftWaiting?.reason
  if (waitingSince === undefined)
    return said && `the roster gives ${participant} a reason, who does not wait`
  const isRight = said === last?.reason || (last !== undefined && !last.waited)
  return isRight
    ? undefined
    : `the roster gives ${participant} the reason ${String(said)}, and the last run said ${String(last?.reason)}`
}

/** INV33, as it is shown. */
export const runsAreTold: Invariant = {
  rule: 'INV33',
  name: 'who runs the cohort sees what every run came to, and of who waits the reason that the last one recorded',
  broken: ({ events, cohort }, core) => {
    const told = toldRuns(events)
    const rows = rowsOf(core, View.matchingRuns, cohort)
    if (rows.size !== told.size)
      return `there are ${String(rows.size)} runs instead of ${String(told.size)}`
    const wrongRun = firstBroken(told, ([run, expected]) => {
      const row = rows.get(run)
      const wrong = Object.entries(expected).find(
        ([name, value]) => row === undefined || Reflect.get(row as object, name) !== value,
      )
      return wrong && `the run ${run} is shown with another ${wrong[0]}`
    })
    if (wrongRun !== undefined) return wrongRun
    const words = lastWords(events)
    return firstBroken(rowsOf(core, View.cohortRoster, cohort).values(), (row) => {
      const shown = row as View.RosterRow
      return wrongWord(shown, words.get(keyOf(shown.participant, shown.role)))
    })
  },
}
