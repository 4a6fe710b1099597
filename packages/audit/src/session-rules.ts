import type { Event, Values } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import { formalSince, overSince, roleIn, type Memory } from './memory.ts'
import { placeOf, timeOf } from './remember-session.ts'

/** INV17: a session lies within the life of the formal pairing. */
const lifeFaults = (
  memory: Memory,
  id: Values.PairingId | undefined,
  begins: Values.Instant,
  isHeld: boolean,
): ReadonlyArray<Fault> => {
  const pairing = id === undefined ? undefined : memory.pairings.get(id)
  if (pairing === undefined) return []
  const formal = formalSince(pairing)
  const over = overSince(memory, pairing)
  const isEarly = formal !== undefined && begins <= formal
  const isLate = isHeld && over !== undefined && begins > over
  return [
    ...faultIf(isEarly, 'INV17', 'it begins before both had agreed'),
    ...faultIf(isLate, 'INV17', 'it began after the end'),
  ]
}

/** INV18: a pairing meets once at a time, so nothing held overlaps. O(log n) where nothing did before. */
const overlapFaults = (memory: Memory, event: Event.SessionHeld): ReadonlyArray<Fault> => {
  const held = memory.held.get(event.pairing) ?? []
  const [began, over] = timeOf(event)
  const timeAt = (place: number) => {
    const id = held[place]
    return id === undefined || id === event.session ? undefined : memory.sessions.get(id)?.time
  }
  const place = placeOf(memory, held, began)
  const next = timeAt(place)
  const before = timeAt(place - 1)
  const overlaps =
    (next !== undefined && next[0] < over) || (before !== undefined && before[1] > began)
  return faultIf(overlaps, 'INV18', 'it overlaps with a held session')
}

const heldFaults = (memory: Memory, event: Event.SessionHeld): ReadonlyArray<Fault> => {
  const session = memory.sessions.get(event.session)
  return [
    ...faultIf(event.began > event.at, 'INV17', 'it began after it was recorded'),
    ...lifeFaults(memory, event.pairing, event.began, true),
    ...faultIf(session?.ended !== undefined, 'INV18', 'the session has ended'),
    ...overlapFaults(memory, event),
  ]
}

/** INV19: the run counts who cancelled, so a party names one of the two, and the programme speaks for itself. */
const cancellerFaults = (memory: Memory, event: Event.SessionCancelled): ReadonlyArray<Fault> => {
  const { cancelledBy, by } = event
  const id = memory.sessions.get(event.session)?.pairing
  const pairing = id === undefined ? undefined : memory.pairings.get(id)
  if (pairing === undefined) return []
  const isParty = by.role === 'participant' && roleIn(pairing, by.id) !== undefined
  const isRight = cancelledBy === 'programme' ? by.role === 'coordinator' : isParty
  return faultIf(!isRight, 'INV19', 'somebody else says who cancelled')
}

/** INV17, INV18 and INV19: when a session is, how it ends, and what counts of it. */
export const sessionFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  if (event.type === 'SessionHeld') return heldFaults(memory, event)
  if (event.type === 'SessionScheduled') {
    return lifeFaults(memory, event.pairing, event.start, false)
  }
  if (event.type !== 'SessionRescheduled' && event.type !== 'SessionCancelled') return []
  const session = memory.sessions.get(event.session)
  return [
    ...faultIf(session?.ended !== undefined, 'INV18', 'the session has ended'),
    ...(event.type === 'SessionCancelled'
      ? cancellerFaults(memory, event)
      : lifeFaults(memory, session?.pairing, event.start, false)),
  ]
}
