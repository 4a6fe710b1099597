import { Event, type Values } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import { overSince, type Memory } from './memory.ts'

/** The pairing that an event would act on; feedback looks back, and a held session may be recorded late. */
const actsOn = (memory: Memory, event: Event.CohortEvent): Values.PairingId | undefined => {
  if (event.type === 'FeedbackGiven' || event.type === 'SessionHeld') return undefined
  if ('pairing' in event) return event.pairing
  return 'session' in event ? memory.sessions.get(event.session)?.pairing : undefined
}

/** INV13, INV21 and INV27: what is over stays over, whatever ended it. */
export const endFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  const id = actsOn(memory, event)
  const pairing = id === undefined ? undefined : memory.pairings.get(id)
  const isOver = pairing !== undefined && overSince(memory, pairing) !== undefined
  const { closedAt } = memory
  const isLate = closedAt !== undefined && !Event.outlivesClose(event, closedAt)
  return [
    ...faultIf(isOver, 'INV13', 'the pairing is over'),
    ...faultIf(isLate, 'INV21', 'the cohort is closed'),
    ...faultIf(pairing?.end?.byLine === true, 'INV27', 'a line has ended the proposal'),
  ]
}
