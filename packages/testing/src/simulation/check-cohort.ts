import { checkHistory } from '@reverse-mentoring/audit'
import { Cohort, Stored, Values, type Command, type Event } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { readable } from '../readable.ts'
import type { Told } from './world.ts'

/** What is known of one cohort at the end. */
export interface Known {
  readonly records: ReadonlyArray<Stored.StoredRecord>
  /** What was asked of it, in the order of the answers. */
  readonly told: ReadonlyArray<Told>
  /** The ids of its records as they were appended. */
  readonly witnessed: ReadonlyArray<string>
  readonly erased: ReadonlySet<Values.ParticipantId>
  readonly now: Values.Instant
}

/** Of somebody who has joined since, a line is news. */
const mayBeNews = ({ type }: Command.Command): boolean => type === 'RecordLines'

/** What was acknowledged had been stored when it was: the same again has nothing to add to what stood then. */
const acknowledgedEarly = ({ command, answer }: Told, stood: Cohort.Cohort): string | undefined => {
  if (answer === undefined || E.isLeft(answer) || mayBeNews(command)) return undefined
  const again = Cohort.decide(command, stood)
  const adds = E.isRight(again) && again.right.length > 0
  return adds ? `${command.type} was acknowledged before it was stored` : undefined
}

/** Nobody knows whether these were stored. */
const isUnknown = ({ answer }: Told): boolean =>
  answer === undefined || (E.isLeft(answer) && answer.left._tag === 'Unavailable')

/** What was refused has no record; a command has its records together, and only once. */
const traces = ({ records, told }: Known): string | undefined => {
  const places = new Map<string, Array<number>>()
  for (const [i, { meta }] of records.entries())
    places.set(meta.command, [...(places.get(meta.command) ?? []), i])
  for (const [, at] of places) {
    const [first = 0, last = 0] = [at[0], at.at(-1)]
    if (last - first + 1 !== at.length) return 'the records of a command do not stand together'
  }
  const byId = new Map<string, Array<Told>>()
  for (const one of told) byId.set(one.id, [...(byId.get(one.id) ?? []), one])
  for (const [id, answers] of byId) {
    const isRefused = answers.every(
      (one) => !isUnknown(one) && one.answer !== undefined && E.isLeft(one.answer),
    )
    if (isRefused && places.has(id))
      return `${answers[0]?.command.type ?? 'a command'} was refused, and has a record`
  }
  return undefined
}

/** Whether a proposal still waits for an answer after its deadline. */
const isOverdue = (state: Cohort.Cohort, now: Values.Instant): boolean => {
  const days = state.opened?.rules.answerDays
  if (days === undefined || state.closedAt !== undefined) return false
  return Cohort.pairings(state).some(
    ({ _tag, matched }) => _tag === 'Proposed' && Values.plusDays(matched.at, days) <= now,
  )
}

/** What is broken in one cohort, of all that can be seen from its records; and its state at the end. O(n log n). */
export const checkCohort = (known: Known): E.Either<string, Cohort.Cohort> => {
  const { records, told, witnessed, erased, now } = known
  if (records.some(({ revision }, i) => revision !== i + 1)) return E.left('a record is missing')
  if (new Set(records.map(({ id }) => id)).size < records.length)
    return E.left('a record stands twice')
  if (records.length !== witnessed.length || records.some(({ id }, i) => id !== witnessed[i]))
    return E.left('the log does not hold what was appended')
  const events: Array<Event.CohortEvent> = []
  for (const record of records) {
    const event = Stored.decodeEvent(record)
    if (E.isLeft(event)) return E.left('a record does not decode')
    events.push(event.right)
  }
  const unsound = checkHistory(events)[0]
  if (unsound !== undefined) return E.left(readable(unsound))
  const byThen = [...told].sort((a, b) => a.then - b.then)
  let [state, next] = [Cohort.noCohort, 0]
  for (let length = 0; length <= events.length; length += 1) {
    for (let one = byThen[next]; one?.then === length; one = byThen[next]) {
      const early = acknowledgedEarly(one, state)
      if (early !== undefined) return E.left(early)
      next += 1
    }
    const event = events[length]
    if (event !== undefined) state = Cohort.evolve(state, event)
  }
  const trace = traces(known)
  if (trace !== undefined) return E.left(trace)
  for (const participant of erased) {
    if (Cohort.wasEnrolled(state, participant) && !Cohort.isErased(state, participant))
      return E.left('somebody was erased, and is in the cohort')
  }
  if (isOverdue(state, now)) return E.left('a proposal has not lapsed in time')
  return E.right(state)
}
