import type { Event, Values } from '@reverse-mentoring/core'

/** A session as the events of a sound history tell it. */
export interface ToldSession {
  readonly session: Values.SessionId
  readonly pairing: Values.PairingId
  /** Where it stands among others: its planned start, else when it began. */
  start: Values.Instant
  ending: Event.SessionHeld | Event.SessionCancelled | undefined
  planned: boolean
}

/** The sessions of a sound history, told from its events alone, in their order (INV19). */
export const toldSessions = (events: Iterable<Event.CohortEvent>): ReadonlyArray<ToldSession> => {
  const sessions = new Map<string, ToldSession>()
  for (const event of events) {
    if (event.type === 'SessionScheduled') {
      const { session, pairing, start } = event
      sessions.set(session, { session, pairing, start, ending: undefined, planned: true })
    }
    if (event.type === 'SessionHeld' && !sessions.has(event.session)) {
      const { session, pairing, began } = event
      sessions.set(session, { session, pairing, start: began, ending: undefined, planned: false })
    }
    const told = 'session' in event ? sessions.get(event.session) : undefined
    if (told === undefined) continue
    if (event.type === 'SessionRescheduled') {
      told.start = event.start
      told.planned = true
    }
    if (event.type === 'SessionReopened') told.ending = undefined
    if (event.type === 'SessionCancelled') told.ending = event
    if (event.type === 'SessionHeld') {
      told.ending = event
      if (!told.planned) told.start = event.began
    }
  }
  return [...sessions.values()].sort((a, b) => (a.start + a.session < b.start + b.session ? -1 : 1))
}
