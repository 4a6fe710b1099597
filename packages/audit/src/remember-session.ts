import { type Event, Values } from '@reverse-mentoring/core'
import type { Memory, RememberedSession } from './memory.ts'

/** From when to when a session was held, in milliseconds. */
export const timeOf = ({
  began,
  minutes,
}: Event.SessionHeld): readonly [began: number, over: number] => [
  Values.millis(began),
  Values.millis(began) + minutes * Values.MINUTE,
]

/** How many of the pairing's held sessions began before. O(log n). */
export const placeOf = (
  memory: Memory,
  held: ReadonlyArray<Values.SessionId>,
  began: number,
): number => {
  let [low, high] = [0, held.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const id = held[middle]
    const time = id === undefined ? undefined : memory.sessions.get(id)?.time
    if (time !== undefined && time[0] < began) low = middle + 1
    else high = middle
  }
  return low
}

const heldOf = (memory: Memory, pairing: Values.PairingId): Array<Values.SessionId> => {
  const held = memory.held.get(pairing) ?? []
  memory.held.set(pairing, held)
  return held
}

const rememberHeld = (
  memory: Memory,
  session: RememberedSession,
  event: Event.SessionHeld,
): void => {
  const held = heldOf(memory, session.pairing)
  const time = timeOf(event)
  held.splice(placeOf(memory, held, time[0]), 0, event.session)
  session.ended = 'held'
  session.time = time
}

const reopen = (memory: Memory, id: Values.SessionId, session: RememberedSession): void => {
  const held = heldOf(memory, session.pairing)
  if (session.ended === 'held') held.splice(held.indexOf(id), 1)
  session.ended = undefined
  session.time = undefined
}

/** What an event tells of sessions. */
export const rememberSession = (memory: Memory, event: Event.CohortEvent): void => {
  const isNew = event.type === 'SessionScheduled' || event.type === 'SessionHeld'
  if (isNew && !memory.taken.has(event.session) && memory.pairings.has(event.pairing)) {
    if (event.type === 'SessionScheduled' && memory.pairings.get(event.pairing)?.end) return
    const { pairing } = event
    memory.taken.add(event.session)
    memory.sessions.set(event.session, { pairing, ended: undefined, time: undefined })
  }
  if (
    event.type !== 'SessionHeld' &&
    event.type !== 'SessionCancelled' &&
    event.type !== 'SessionReopened'
  )
    return
  const session = memory.sessions.get(event.session)
  if (session === undefined) return
  const isOver = memory.pairings.get(session.pairing)?.end !== undefined
  if (event.type === 'SessionHeld') {
    const isThis = session.pairing === event.pairing && session.ended === undefined
    if (isThis) rememberHeld(memory, session, event)
  } else if (!isOver && event.type === 'SessionReopened') reopen(memory, event.session, session)
  else if (!isOver && session.ended === undefined) session.ended = 'cancelled'
}
