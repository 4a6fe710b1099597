import { Values, type Command, type Event } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'

/** A command, and how it was answered. */
interface Told {
  readonly command: Command.Command
  readonly answer: Command.Decision<Command.Refusal>
}

/** Lines of a walk that are told at most: the last ones. */
const mostLines = 40

/** Characters of what one command says, at most. */
const mostContent = 120

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids by their last digits, which tell those of a walk apart within their kind. */
const shortened = (text: string): string =>
  text.replace(ID, (id) => `#${id.slice(-4).replace(/^0+(?=.)/, '')}`)

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g

const hoursFrom = (start: Values.Instant, at: string): string => {
  const hours = (Date.parse(at) - Values.millis(start)) / Values.HOUR
  return `@${String(Math.round(hours * 100) / 100)}h`
}

const contentOf = (command: Command.Command, start: Values.Instant): string => {
  const { type: _type, cohort: _cohort, at: _at, by: _by, ...content } = command
  const text = JSON.stringify(content)
    .slice(1, -1)
    .replace(INSTANT, (at) => hoursFrom(start, at))
  const plain = shortened(text).replaceAll('"', '')
  return plain.length > mostContent ? `${plain.slice(0, mostContent)}…` : plain
}

const answerOf = ({ answer }: Told): string => {
  if (E.isLeft(answer)) return answer.left._tag
  return answer.right.length === 0 ? 'nothing new' : answer.right.map(({ type }) => type).join(', ')
}

const lineOf = (step: Told, number: number, start: Values.Instant): string => {
  const { type, at, by } = step.command
  const who = shortened(`${by.role} ${by.id}`)
  const what = contentOf(step.command, start)
  return `${String(number).padStart(3)}  ${hoursFrom(start, at)}  ${who}: ${type} ${what} → ${answerOf(step)}`
}

/**
 * A walk on a screen: its commands by number, with when, by whom, what and how each was answered, ids by their last
 * digits; of a history without commands its events.
 */
export const tellWalk = ({
  steps,
  events,
}: {
  readonly steps: ReadonlyArray<Told>
  readonly events: ReadonlyArray<Event.CohortEvent>
}): string => {
  const start = steps[0]?.command.at ?? events[0]?.at
  if (start === undefined) return 'nothing happened'
  const lines =
    steps.length > 0
      ? steps.map((step, i) => lineOf(step, i + 1, start))
      : events.map(({ type, at, by }, i) => {
          return `${String(i + 1).padStart(3)}  ${hoursFrom(start, at)}  ${shortened(`${by.role} ${by.id}`)}: ${type}`
        })
  const told = lines.slice(-mostLines)
  const before = lines.length - told.length
  return [...(before > 0 ? [`  … ${String(before)} before`] : []), ...told].join('\n')
}
