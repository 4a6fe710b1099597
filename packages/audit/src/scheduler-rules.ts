import type { Event, Values } from '@reverse-mentoring/core'
import { roleIn, type Memory, type RememberedMeeting } from './memory.ts'

type Told = Event.SessionScheduled | Event.SessionHeld

const isTheirs = (memory: Memory, { by }: Event.CohortEvent, id: Values.PairingId): boolean => {
  const pairing = memory.pairings.get(id)
  return pairing !== undefined && roleIn(pairing, by.id) !== undefined
}

/** Whether the scheduler rule names the actor's role in this one pairing. */
const fits = (memory: Memory, { by }: Event.CohortEvent, id: Values.PairingId): boolean => {
  const pairing = memory.pairings.get(id)
  const scheduler = memory.opened?.rules.scheduler ?? 'either'
  return scheduler === 'either' || (pairing !== undefined && roleIn(pairing, by.id) === scheduler)
}

const isOfSeveral = ({ pairings }: RememberedMeeting, id: Values.PairingId): boolean =>
  pairings.size > 1 || !pairings.has(id)

/** Whether the next event goes on with the same word on the meeting, for another pairing of the actor's. */
const goesOn = (memory: Memory, event: Told, next: Event.CohortEvent | undefined): boolean =>
  event.meeting !== undefined &&
  next?.type === event.type &&
  next.meeting === event.meeting &&
  next.at === event.at &&
  next.by.id === event.by.id &&
  next.pairing !== event.pairing &&
  isTheirs(memory, next, next.pairing)

/** Whether the same is on record of another pairing of the actor's: said together, only what is new is recorded. */
const isOnRecord = (memory: Memory, event: Event.SessionHeld): boolean => {
  const meeting = event.meeting === undefined ? undefined : memory.meetings.get(event.meeting)
  for (const id of meeting?.held ?? []) {
    const record = memory.sessions.get(id)?.record
    if (record?.type !== 'SessionHeld' || record.pairing === event.pairing) continue
    const isSame = record.began === event.began && record.minutes === event.minutes
    if (isSame && record.at >= event.at && isTheirs(memory, event, record.pairing)) return true
  }
  return false
}

/** Of one pairing, as the scheduler rule says; of a meeting of several, whoever is a party to all of them. */
const mayPlan = (
  memory: Memory,
  event: Event.CohortEvent,
  id: Values.PairingId,
  meeting: Values.MeetingId | undefined,
): 'may' | 'may not' | 'together' => {
  const planned = meeting === undefined ? undefined : memory.meetings.get(meeting)
  if (planned !== undefined && planned.pairings.size > 0 && isOfSeveral(planned, id)) {
    const isPartyToAll = planned.parties.has(event.by.id) && isTheirs(memory, event, id)
    return isPartyToAll ? 'may' : 'may not'
  }
  return fits(memory, event, id) ? 'may' : 'together'
}

/** Whether who plans, moves or records a session, and is a party to its pairing, does so as the cohort says. */
export const isScheduled = (
  memory: Memory,
  event: Told | Event.SessionRescheduled,
  next: Event.CohortEvent | undefined,
): boolean => {
  if (event.type === 'SessionRescheduled') {
    const session = memory.sessions.get(event.session)
    if (session === undefined) return true
    return mayPlan(memory, event, session.pairing, session.meeting) === 'may'
  }
  if (!memory.pairings.has(event.pairing)) return true
  if (event.type === 'SessionHeld') {
    if (fits(memory, event, event.pairing)) return true
    return goesOn(memory, event, next) || isOnRecord(memory, event)
  }
  const answer = mayPlan(memory, event, event.pairing, event.meeting)
  return answer === 'together' ? goesOn(memory, event, next) : answer === 'may'
}
