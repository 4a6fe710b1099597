import type { Cohort, Ended, Formal, Pairing } from '../cohort/state/cohort.ts'
import type { ParticipantId } from '../values/id.ts'
import { DAY, millis } from '../values/instant.ts'
import { noRun, runAfter, sessionsInOrder, type Run } from './session-order.ts'
import { keysOf, valuesOf } from '../cohort/state/table.ts'

/** What each person contributes to one figure; the figure is the sum, and people are what is counted. */
export type Contributions = ReadonlyMap<ParticipantId, number>

/** Adds up what people contribute, by figure. */
export interface Tally {
  readonly cells: ReadonlyMap<string, Contributions>
}

type Was = Formal | (Ended & { readonly formalAt: Formal['formalAt'] })

const wasFormal = (pairing: Pairing): pairing is Was =>
  pairing._tag === 'Formal' || (pairing._tag === 'Ended' && pairing.formalAt !== undefined)

/** Whether the pairing ever stalled, and whether it was held again after that. */
const stalling = (cohort: Cohort, pairing: Pairing, threshold: number) => {
  let run: Run = noRun
  let stalled = false
  let recovered = false
  for (const session of sessionsInOrder(cohort, pairing)) {
    run = runAfter(run, session)
    if (run.total >= threshold) stalled = true
    if (stalled && run.total === 0 && session.ending?.type === 'SessionHeld') recovered = true
  }
  return { stalled, recovered }
}

const pairingFigures = (cohort: Cohort, pairing: Pairing): ReadonlyMap<string, number> => {
  const figures = new Map<string, number>([['matched', 1]])
  if (!wasFormal(pairing) || cohort.opened === undefined) return figures
  const { rules } = cohort.opened
  const sessions = sessionsInOrder(cohort, pairing)
  const held = sessions.flatMap(({ ending }) => (ending?.type === 'SessionHeld' ? [ending] : []))
  const began = held.map((session) => millis(session.began)).sort((a, b) => a - b)
  const inTime = began.filter(
    (at, i) => i > 0 && at - (began[i - 1] ?? at) <= 1.5 * rules.cadenceDays * DAY,
  )
  const { stalled, recovered } = stalling(cohort, pairing, rules.stallThreshold)
  const { region, department, location } = pairing.matched.differs ?? {}
  figures.set('formal', 1)
  figures.set('sessions-held', held.length)
  figures.set('sessions-ended', sessions.filter(({ ending }) => ending !== undefined).length)
  figures.set('gaps', Math.max(0, began.length - 1))
  figures.set('gaps-in-cadence', inTime.length)
  if (held.length > 0) figures.set('met', 1)
  if (held.length >= rules.leastSessions) figures.set('complete', 1)
  if (stalled) figures.set('stalled', 1)
  if (recovered) figures.set('recovered', 1)
  if (region === true || department === true || location === true) figures.set('cross-unit', 1)
  const shared = (by: 'byMentor' | 'byMentee') => held.some((session) => session[by].length > 0)
  if (shared('byMentor') && shared('byMentee')) figures.set('both-ways', 1)
  return figures
}

/** Figures that count sums; all others count each person once. */
const sums: ReadonlySet<string> = new Set([
  'sessions-held',
  'sessions-ended',
  'gaps',
  'gaps-in-cadence',
])

/** Every figure of a cohort with what each person contributes to it. O(n). */
export const tally = (cohort: Cohort): Tally => {
  const cells = new Map<string, Map<ParticipantId, number>>()
  const add = (figure: string, participant: ParticipantId, amount: number): void => {
    const cell = cells.get(figure) ?? new Map<ParticipantId, number>()
    const before = cell.get(participant) ?? 0
    cell.set(participant, sums.has(figure) ? before + amount : Math.max(before, amount))
    cells.set(figure, cell)
  }
  for (const participant of keysOf(cohort.people)) add('enrolled', participant, 1)
  for (const pairing of valuesOf(cohort.pairings)) {
    for (const [figure, amount] of pairingFigures(cohort, pairing)) {
      if (amount === 0) continue
      add(figure, pairing.mentor, amount)
      add(figure, pairing.mentee, amount)
    }
  }
  for (const { by, question, occasion, rating } of valuesOf(cohort.feedback)) {
    const figure = `rating ${question} ${occasion}`
    cells.set(figure, (cells.get(figure) ?? new Map<ParticipantId, number>()).set(by.id, rating))
  }
  for (const claim of valuesOf(cohort.claims)) {
    if (claim.type !== 'OutcomeObserved') continue
    add(`outcome ${String(claim.month)} observed`, claim.participant, 1)
    add(`outcome ${String(claim.month)} ${claim.kind}`, claim.participant, 1)
  }
  return { cells }
}

/** Days from proposal to formal, of every pairing that was formal, ascending. */
export const daysToFormal = (cohort: Cohort): ReadonlyArray<number> =>
  [...valuesOf(cohort.pairings)]
    .filter(wasFormal)
    .map(({ formalAt, matched }) => Math.round((millis(formalAt) - millis(matched.at)) / DAY))
    .sort((a, b) => a - b)
