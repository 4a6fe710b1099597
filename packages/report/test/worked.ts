import { type Event, type Port, Values } from '@reverse-mentoring/core'
import { Scene } from '@reverse-mentoring/testing'
import {
  reportData,
  reportPage,
  type ReportData,
  type ReportInput,
} from '@reverse-mentoring/report'
import { answersOf } from './answers.ts'

type Events = ReadonlyArray<Event.CohortEvent>

/** The mentor of the n-th pairing. */
export const mentor = (n: number): Values.ParticipantId => Scene.id('participant', 10_000 + n)

/** The mentee of the n-th pairing. */
export const mentee = (n: number): Values.ParticipantId => Scene.id('participant', 20_000 + n)

const numbers = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i + 1)

/** So many pairs are enrolled and proposed to each other @2. */
export const proposed = (pairs: number, rules: Partial<Event.Rules> = {}): Events => [
  Scene.opened(rules),
  ...numbers(pairs).flatMap((n) => [
    ...Scene.ready(mentor(n), 'mentor'),
    ...Scene.ready(mentee(n), 'mentee'),
  ]),
  ...numbers(pairs).map((n) => Scene.matched(n, mentor(n), mentee(n))),
]

/** They are formal @4. */
export const formal = (pairs: number, rules: Partial<Event.Rules> = {}): Events => [
  ...proposed(pairs, rules),
  ...numbers(pairs).flatMap((n) => [Scene.yes(mentee(n), n, 3), Scene.yes(mentor(n), n, 4)]),
]

/** A session of the n-th pairing with these topics, held on a day and recorded two hours later. */
export const met = (
  session: number,
  n: number,
  day: number,
  topics: ReadonlyArray<string> = ['data'],
): Event.SessionHeld => ({
  ...Scene.held(session, n, mentor(n), 24 * day + 2, 24 * day),
  byMentor: topics.map(Scene.code),
})

/** Nine pairs, six about `data` and three about `design`: not each once, so that both can be told. */
export const aboutTwo: Events = [
  ...formal(9),
  ...[1, 2, 3, 4, 5, 6].map((n) => met(n, n, 10)),
  ...[7, 8, 9].map((n) => met(10 + n, n, 10, ['design'])),
  ...[2, 3].map((n) => met(20 + n, n, 20)),
  ...[4, 5, 6].map((n) => met(20 + n, n, 20, [])),
  met(27, 9, 20, ['design']),
]

/** A session of the n-th pairing, planned for a day and called off the day before. */
export const calledOff = (
  session: number,
  n: number,
  day: number,
  by: Event.SessionCancelled['cancelledBy'] = 'mentee',
): Events => [
  Scene.scheduled(session, n, mentor(n), 24 * (day - 3), 24 * day),
  Scene.cancelled(session, mentee(n), 24 * (day - 1), by),
]

/** What a report of these events is made from, as of an instant; nothing before the opening. */
export const inputAt = (
  events: Events,
  asOf: Values.Instant,
  more: Partial<ReportInput> = {},
): ReportInput | undefined => {
  const answers = answersOf(events, asOf)
  if (answers === undefined) return undefined
  return {
    title: 'A cohort',
    answers,
    people: new Map<Values.ParticipantId, Port.Attributes>(),
    labels: new Map(),
    ...more,
  }
}

/** What a report of them shows, as of an instant. */
export const dataAt = (
  events: Events,
  asOf: Values.Instant,
  more: Partial<ReportInput> = {},
): ReportData | undefined => {
  const input = inputAt(events, asOf, more)
  return input && reportData(input)
}

/** What a report of them shows, as of a day. */
export const shown = (events: Events, day: number, more: Partial<ReportInput> = {}): ReportData => {
  const data = dataAt(events, Scene.at(24 * day), more)
  if (data === undefined) throw new Error('the cohort was never opened')
  return data
}

/** The end of what happened, or later. */
export const endOf = (events: Events): Values.Instant =>
  events.reduce((last, { at }) => Values.later(last, at), Scene.at(0))

/** The page without its style and script. */
export const pageText = (data: ReportData): string =>
  reportPage(data).replace(/<(script|style)>[\s\S]*?<\/\1>/g, '')
