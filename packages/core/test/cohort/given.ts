import { Cohort, type Command, type Event } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'

/** Given a history, when somebody asks for something, then this happens, or is refused. */
export const given = (...past: ReadonlyArray<Event.CohortEvent>) => ({
  when: (command: Command.Command) => {
    const answer = Cohort.decide(command, Cohort.foldCohort(past))
    return {
      then: (...events: ReadonlyArray<Event.CohortEvent>) =>
        expect(answer).toEqual(E.right(events)),
      thenRefused: (refusal: Command.Refusal) => expect(answer).toEqual(E.left(refusal)),
    }
  },
})
