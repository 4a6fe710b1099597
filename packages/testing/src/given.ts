import { checkHistory } from '@reverse-mentoring/audit'
import { Cohort, View, type Command, type Event } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { knownCommand, knownEvent } from './known-kind.ts'
import { readable, sameShape } from './readable.ts'

/** What a command led to, and what it was expected to lead to. */
export interface Asked {
  /** The command leads to exactly these whole events, in this order; to none if it already took effect. */
  readonly then: (...events: ReadonlyArray<Event.CohortEvent>) => void
  /** The command is refused with exactly this. */
  readonly thenRefused: (refusal: Command.Refusal) => void
  /** The command is accepted, and then a view shows exactly these rows, by their keys. */
  readonly thenShows: <Row extends object>(
    view: View.View<View.Audience, Row>,
    rows: Readonly<Record<string, Row>>,
  ) => void
}

/** A history, and what somebody asks for then. */
export interface Given {
  /** The last of these commands, once the ones before it have been accepted. */
  readonly when: (
    ...commands: readonly [Command.Command, ...ReadonlyArray<Command.Command>]
  ) => Asked
}

/** A refusal as its sentence, and then its fields. */
const tellRefusal = (refusal: Command.Refusal): string =>
  `${Cohort.explain(refusal)}\n${readable(refusal)}`

type Answer = Command.Decision<Command.Refusal>

const tellAnswer = (answer: Answer): string => {
  if (E.isLeft(answer)) return `a refusal: ${tellRefusal(answer.left)}`
  return answer.right.length === 0 ? 'no event' : readable(answer.right)
}

const told = (expected: string, actual: string): string =>
  `expected\n${expected}\nbut got\n${actual}`

// Test runners show `actual` and `expected` of an error as a diff.
const differing = (message: string, actual: unknown, expected: unknown): Error =>
  Object.assign(new Error(message), { actual, expected })

const expectRows = (actual: object, expected: object): void => {
  if (sameShape(actual, expected)) return
  throw differing(told(readable(expected), readable(actual)), actual, expected)
}

const expectAnswer = (actual: Answer, expected: Answer): void => {
  if (sameShape(actual, expected)) return
  const message = told(tellAnswer(expected), tellAnswer(actual))
  throw differing(message, E.toUnion(actual), E.toUnion(expected))
}

/** Gives the commands one after the other; all but the last have to be accepted. */
const answered = (
  from: Cohort.Cohort,
  commands: ReadonlyArray<Command.Command>,
): { readonly answer: Answer; readonly after: Cohort.Cohort } => {
  let after = from
  let answer: Answer = E.right([])
  for (const [i, command] of commands.entries()) {
    answer = Cohort.decide(command, after)
    if (E.isRight(answer)) after = Cohort.evolveAll(after, answer.right)
    else if (i < commands.length - 1)
      throw new Error(
        `command ${String(i + 1)} (${command.type}) is refused: ${tellRefusal(answer.left)}`,
      )
  }
  return { answer, after }
}

/** Throws where nothing is asked for, or something that is no command. */
const assertCommands = (commands: ReadonlyArray<Command.Command>): void => {
  if (commands.length === 0)
    throw new TypeError('`when` was given no command: hand over one at least')
  for (const command of commands) knownCommand('`when` was given', command)
}

const rowsOf = <Row extends object>(
  view: View.View<View.Audience, Row>,
  cohort: Cohort.Cohort,
): Readonly<Record<string, Row>> => Object.fromEntries(View.viewRows(view, cohort))

const askedOf = (past: ReadonlyArray<Event.CohortEvent>): Given => ({
  when: (...commands) => {
    assertCommands(commands)
    const { answer, after } = answered(Cohort.foldCohort(past), commands)
    return {
      then: (...events) => expectAnswer(answer, E.right(events)),
      thenRefused: (refusal) => expectAnswer(answer, E.left(refusal)),
      thenShows: (view, rows) => {
        if (E.isLeft(answer)) throw new Error(`it is refused: ${tellRefusal(answer.left)}`)
        expectRows(rowsOf(view, after), rows)
      },
    }
  },
})

/**
 * Given a history that could have come about, when somebody asks for something, then this happens, or is refused. Needs
 * no test runner: what is not as expected is thrown as an error that any of them shows with a diff.
 */
export const given = (...past: ReadonlyArray<Event.CohortEvent>): Given => {
  for (const event of past) knownEvent('`given` was given', event)
  const [broken] = checkHistory(past)
  if (broken !== undefined) {
    const { rule, at, why } = broken
    const where = `event ${String(at + 1)} of it (${past[at]?.type ?? ''})`
    throw new Error(
      `this past is not possible: ${where} breaks ${rule}, ${why}; \`givenNonsense\` takes it all the same`,
    )
  }
  return askedOf(past)
}

/** The same for a past that no cohort could have, such as one that a fault left behind. */
export const givenNonsense = (...past: ReadonlyArray<Event.CohortEvent>): Given => {
  for (const event of past) knownEvent('`givenNonsense` was given', event)
  return askedOf(past)
}
