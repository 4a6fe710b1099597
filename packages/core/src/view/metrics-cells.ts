import type { Cohort, Pairing } from '../cohort/state/cohort.ts'
import type { FeedbackGiven } from '../cohort/event/exchange.ts'
import type { SessionHeld } from '../cohort/event/session.ts'
import { Code } from '../values/code.ts'
import type { ParticipantId } from '../values/id.ts'
import { DAY, millis } from '../values/instant.ts'
import { wasFormal } from './days-to-formal.ts'
import { noRun, runAfter, sessionsInOrder, type Run } from './session-order.ts'
import { keysOf, valuesOf } from '../cohort/state/table.ts'

/** What each person contributes to one figure; the figure is the sum, and people are what is counted. */
export type Contributions = ReadonlyMap<ParticipantId, number>

/** What people contribute, by figure. */
export type Tally = ReadonlyMap<string, Contributions>

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

const topicFigure = 'topic '

/** The topic whose sessions a figure counts. */
export const topicOf = (figure: string): Code | undefined => {
  const topic = figure.slice(topicFigure.length)
  return figure.startsWith(topicFigure) && Code.is(topic) ? topic : undefined
}

/** The figures of what came up in a session, each once. */
const topicsOf = ({ byMentor, byMentee }: SessionHeld): ReadonlyArray<string> =>
  [...new Set([...byMentor, ...byMentee])].map((topic) => `${topicFigure}${topic}`)

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
  for (const topic of held.flatMap(topicsOf)) figures.set(topic, (figures.get(topic) ?? 0) + 1)
  const shared = (by: 'byMentor' | 'byMentee') => held.some((session) => session[by].length > 0)
  if (shared('byMentor') && shared('byMentee')) figures.set('both-ways', 1)
  return figures
}

const sums: ReadonlySet<string> = new Set([
  'sessions-held',
  'sessions-ended',
  'gaps',
  'gaps-in-cadence',
])

/** What a figure adds up: people, each once; what happened to them; or their mean answers. */
export const kindOf = (figure: string): 'count' | 'sum' | 'rating' =>
  sums.has(figure) || topicOf(figure) !== undefined
    ? 'sum'
    : figure.startsWith('rating ')
      ? 'rating'
      : 'count'

/** The mean answer of each person to each question on each occasion, to two decimals. */
const ratings = (answers: Iterable<FeedbackGiven>): ReadonlyMap<string, Contributions> => {
  const given = new Map<string, Map<ParticipantId, Array<number>>>()
  for (const { by, question, occasion, rating } of answers) {
    const figure = `rating ${question} ${occasion}`
    const people = given.get(figure) ?? new Map<ParticipantId, Array<number>>()
    const own = people.get(by.id) ?? []
    own.push(rating)
    given.set(figure, people.set(by.id, own))
  }
  const mean = (own: ReadonlyArray<number>): number =>
    Math.round((100 * own.reduce((a, b) => a + b, 0)) / own.length) / 100
  return new Map(
    [...given].map(([figure, people]) => [
      figure,
      new Map([...people].map(([id, own]) => [id, mean(own)])),
    ]),
  )
}

/** Every figure of a cohort with what each person contributes to it. O(n). */
export const tally = (cohort: Cohort): Tally => {
  const cells = new Map<string, Map<ParticipantId, number>>()
  const add = (figure: string, participant: ParticipantId, amount: number): void => {
    const cell = cells.get(figure) ?? new Map<ParticipantId, number>()
    const before = cell.get(participant) ?? 0
    cell.set(participant, kindOf(figure) === 'sum' ? before + amount : Math.max(before, amount))
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
  for (const claim of valuesOf(cohort.claims)) {
    if (claim.type !== 'OutcomeObserved') continue
    add(`outcome ${String(claim.month)} observed`, claim.participant, 1)
    add(`outcome ${String(claim.month)} ${claim.kind}`, claim.participant, 1)
  }
  return new Map([...cells, ...ratings(valuesOf(cohort.feedback))])
}
