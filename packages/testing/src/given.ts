import { Cohort, type Command, type Event } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { readable, sameShape } from './readable.ts'

/** What a command led to, and what it was expected to lead to. */
export interface Asked {
  /** The command leads to exactly these whole events, in this order; to none if it already took effect. */
  readonly then: (...events: ReadonlyArray<Event.CohortEvent>) => void
  /** The command is refused with exactly this. */
  readonly thenRefused: (refusal: Command.Refusal) => void
}

const expectSame = (actual: unknown, expected: unknown): void => {
  if (sameShape(actual, expected)) return
  const message = `expected\n${readable(expected)}\nbut got\n${readable(actual)}`
  // Test runners show `actual` and `expected` of an error as a diff.
  throw Object.assign(new Error(message), { actual, expected })
}

/**
 * Given a history, when somebody asks for something, then this happens, or is refused. Needs no test runner: what is
 * not as expected is thrown as an error that any of them shows with a diff.
 */
export const given = (...past: ReadonlyArray<Event.CohortEvent>) => ({
  when: (command: Command.Command): Asked => {
    const answer = Cohort.decide(command, Cohort.foldCohort(past))
    return {
      then: (...events) => expectSame(answer, E.right(events)),
      thenRefused: (refusal) => expectSame(answer, E.left(refusal)),
    }
  },
})
