import { Event } from '@reverse-mentoring/core'
import { actorFaults } from './actor-rules.ts'
import type { Broken, Fault } from './broken.ts'
import { consentFaults } from './consent-rules.ts'
import { coordinatorFaults, rememberCoordinators } from './coordinator-rules.ts'
import { endFaults } from './end-rules.ts'
import { enrolmentFaults } from './enrolment-rules.ts'
import { matchFaults } from './match-rules.ts'
import { noMemory, type Memory } from './memory.ts'
import { referenceFaults, rememberId } from './reference-rules.ts'
import { rememberPairing } from './remember-pairing.ts'
import { rememberPeople } from './remember-people.ts'
import { rememberSession } from './remember-session.ts'
import { runFaults } from './run-rules.ts'
import { sessionFaults } from './session-rules.ts'
import { stringFaults } from './string-rules.ts'

const faultsOf = (
  memory: Memory,
  event: Event.CohortEvent,
  next: Event.CohortEvent | undefined,
): ReadonlyArray<Fault> => {
  const ofMatch = matchFaults(memory, event)
  return [
    ...referenceFaults(memory, event),
    ...enrolmentFaults(memory, event),
    ...ofMatch,
    ...runFaults(memory, event, ofMatch),
    ...consentFaults(memory, event),
    ...endFaults(memory, event),
    ...sessionFaults(memory, event),
    ...coordinatorFaults(memory, event),
    ...actorFaults(memory, event, next),
  ]
}

const remember = (memory: Memory, event: Event.CohortEvent): void => {
  if (event.type === 'CohortOpened') memory.opened ??= event
  const { closedAt } = memory
  if (closedAt !== undefined && !Event.outlivesClose(event, closedAt)) return
  rememberCoordinators(memory, event)
  rememberPeople(memory, event)
  rememberPairing(memory, event)
  rememberSession(memory, event)
  rememberId(memory, event)
  if (event.type === 'CohortClosed') memory.closedAt = event.at
}

/** What is told of something in a history that could not even be looked at. */
const noEvent: Fault = ['INV26', 'it is no event']

/**
 * Names every rule that a history breaks, and where; a sound one gives nothing. Each event is judged against what the
 * events before it told (a meeting's also against the one right after, of the same word), by a model of its own: no predicate is shared with `decide` and `evolve` but what outlives the
 * close, a fact of the events, so that a fault of theirs shows. What refers to something unknown, taken or over is nonsense (INV26), and is passed over like a fold
 * does. Total. O(n log n).
 */
export const checkHistory = (events: Iterable<Event.CohortEvent>): ReadonlyArray<Broken> => {
  const memory = noMemory()
  const strings = stringFaults(memory)
  const broken: Array<Broken> = []
  const all = [...events]
  const look = (
    event: Event.CohortEvent,
    next: Event.CohortEvent | undefined,
  ): ReadonlyArray<Fault> => {
    try {
      const found = [...faultsOf(memory, event, next), ...strings(event)]
      remember(memory, event)
      return found
    } catch {
      return [noEvent]
    }
  }
  for (const [at, event] of all.entries())
    for (const [rule, why] of look(event, all[at + 1])) broken.push({ rule, at, why })
  return broken
}
