import { type Event, Values } from '@reverse-mentoring/core'
import type { Memory, RememberedMeeting, RememberedSession } from './memory.ts'

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

const meetingIn = (memory: Memory, id: Values.MeetingId): RememberedMeeting => {
  const known = memory.meetings.get(id)
  if (known !== undefined) return known
  const meeting: RememberedMeeting = { pairings: new Set(), parties: new Set(), held: new Set() }
  memory.meetings.set(id, meeting)
  return meeting
}

/** One more pairing meets there, so fewer are a party to all. */
const joinMeeting = (memory: Memory, { pairing: id, meeting }: Event.SessionScheduled): void => {
  const pairing = memory.pairings.get(id)
  if (meeting === undefined || pairing === undefined) return
  const { pairings, parties } = meetingIn(memory, meeting)
  const { mentor, mentee } = pairing
  if (pairings.size === 0) parties.add(mentor).add(mentee)
  for (const party of parties) if (party !== mentor && party !== mentee) parties.delete(party)
  pairings.add(id)
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
  session.record = event
  if (event.meeting !== undefined) meetingIn(memory, event.meeting).held.add(event.session)
  session.time = time
}

const reopen = (memory: Memory, id: Values.SessionId, session: RememberedSession): void => {
  const held = heldOf(memory, session.pairing)
  if (session.ended === 'held') held.splice(held.indexOf(id), 1)
  session.ended = undefined
  session.record = undefined
  session.time = undefined
}

/** What an event tells of sessions. */
export const rememberSession = (memory: Memory, event: Event.CohortEvent): void => {
  const isNew = event.type === 'SessionScheduled' || event.type === 'SessionHeld'
  if (isNew && !memory.taken.has(event.session) && memory.pairings.has(event.pairing)) {
    if (event.type === 'SessionScheduled' && memory.pairings.get(event.pairing)?.end) return
    const { pairing, meeting } = event
    const open = { ended: undefined, time: undefined, record: undefined }
    memory.taken.add(event.session)
    memory.sessions.set(event.session, { pairing, meeting, ...open })
    if (event.type === 'SessionScheduled') joinMeeting(memory, event)
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
  } else if (isOver) return
  else if (event.type === 'SessionReopened') reopen(memory, event.session, session)
  else if (session.ended === undefined) {
    session.ended = 'cancelled'
    session.record = event
  }
}
