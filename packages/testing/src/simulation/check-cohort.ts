import { checkHistory } from '@reverse-mentoring/audit'
import { Cohort, Stored, Values, type Event } from '@reverse-mentoring/core'
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

/** Answers that are no word of the cohort's: of a port, a directory, or a clock. */
const ofOthers = ['Unavailable', 'Misused', 'TooLarge', 'Erased', 'TooFar', 'Unreadable', 'Defect']

/**
 * Why an answer cannot have been given: a yes without a record, or a no, is the answer of some state that the cohort had
 * between the question and the answer. So what was acknowledged was stored, and nobody was answered by an old state.
 */
const impossible = (
  { command, answer, from, then, id }: Told,
  states: ReadonlyArray<Cohort.Cohort>,
  recorded: ReadonlyMap<string, number>,
): string | undefined => {
  if (answer === undefined) return undefined
  const { type } = command
  if (E.isRight(answer)) {
    if ((recorded.get(id) ?? Infinity) <= then) return undefined
    const isNothing = states.slice(from, then + 1).some((state) => {
      const again = Cohort.decide(command, state)
      return E.isRight(again) && again.right.length === 0
    })
    return isNothing ? undefined : `${type} was acknowledged, and is not stored`
  }
  const { _tag } = answer.left
  if (ofOthers.includes(_tag) || _tag.startsWith('Malformed')) return undefined
  const isNo = states.slice(from, then + 1).some((state) => {
    const again = Cohort.decide(command, state)
    return E.isLeft(again) && again.left._tag === _tag
  })
  return isNo ? undefined : `${type} was answered ${_tag}, which no state of that time says`
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
  const states = [Cohort.noCohort]
  for (const event of events) states.push(Cohort.evolve(states.at(-1) ?? Cohort.noCohort, event))
  const recorded = new Map<string, number>()
  for (const { meta, revision } of records)
    if (!recorded.has(meta.command)) recorded.set(meta.command, revision)
  for (const one of told) {
    const how = impossible(one, states, recorded)
    if (how !== undefined) return E.left(how)
  }
  const state = states.at(-1) ?? Cohort.noCohort
  const trace = traces(known)
  if (trace !== undefined) return E.left(trace)
  for (const participant of erased) {
    if (Cohort.wasEnrolled(state, participant) && !Cohort.isErased(state, participant))
      return E.left('somebody was erased, and is in the cohort')
  }
  if (isOverdue(state, now)) return E.left('a proposal has not lapsed in time')
  return E.right(state)
}
