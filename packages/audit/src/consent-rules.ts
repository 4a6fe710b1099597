import type { Event, Values } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import { formalSince, overSince, roleIn, type Memory } from './memory.ts'

type Consent = Event.ConsentGiven | Event.ConsentWithdrawn

const isConsent = (event: Event.CohortEvent): event is Consent =>
  event.type === 'ConsentGiven' || event.type === 'ConsentWithdrawn'

/** INV16: who consents is the subject, and a party if it is about a pairing. */
const subjectFaults = (memory: Memory, event: Consent): ReadonlyArray<Fault> => {
  const isSelf = event.by.role === 'participant'
  if (event.purpose !== 'pairing') {
    return faultIf(!isSelf, 'INV16', 'somebody consents for another')
  }
  const pairing = memory.pairings.get(event.pairing)
  const isParty = pairing !== undefined && roleIn(pairing, event.by.id) !== undefined
  return faultIf(!isSelf || !isParty, 'INV16', 'somebody consents who is not a party')
}

/** INV9: only a party of a live proposal consents to it, and under the cohort's terms (INV10). */
const proposalFaults = (memory: Memory, event: Event.ConsentGiven): ReadonlyArray<Fault> => {
  if (event.purpose !== 'pairing') return []
  const pairing = memory.pairings.get(event.pairing)
  const isLive = pairing !== undefined && overSince(memory, pairing) === undefined
  const isProposal = isLive && formalSince(pairing) === undefined
  const isParty = pairing !== undefined && roleIn(pairing, event.by.id) !== undefined
  return [
    ...faultIf(!isProposal || !isParty, 'INV9', 'not a party of a live proposal'),
    ...faultIf(event.terms !== memory.opened?.terms, 'INV10', 'a consent to other terms'),
  ]
}

const pairingOf = (memory: Memory, event: Event.CohortEvent): Values.PairingId | undefined => {
  if ('pairing' in event) return event.pairing
  return 'session' in event ? memory.sessions.get(event.session)?.pairing : undefined
}

/** INV11: to a mentor who was not asked, the proposal does not exist. */
const askedFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  const id = pairingOf(memory, event)
  const pairing = id === undefined ? undefined : memory.pairings.get(id)
  if (pairing === undefined || event.by.role !== 'participant') return []
  const isAsked =
    pairing.yes.mentee !== undefined || memory.opened?.rules.consultation === 'together'
  return faultIf(!isAsked && event.by.id === pairing.mentor, 'INV11', 'the mentor was not asked')
}

/** INV10: what needs a formal pairing happens where both have agreed, and only a proposal lapses. */
const formalFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  const id = pairingOf(memory, event)
  const pairing = id === undefined ? undefined : memory.pairings.get(id)
  if (pairing === undefined) return []
  const isFormal = formalSince(pairing) !== undefined
  const needsIt =
    event.type === 'GoalsAgreed' || event.type === 'FeedbackGiven' || 'session' in event
  const lapses = event.type === 'PairingEnded' && event.reason === 'lapsed'
  return [
    ...faultIf(needsIt && !isFormal, 'INV10', 'the pairing never was formal'),
    ...faultIf(lapses && isFormal, 'INV10', 'a formal pairing lapses'),
  ]
}

/** INV9, INV10, INV11 and INV16: who is asked, and who says what. */
export const consentFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => [
  ...(isConsent(event) ? subjectFaults(memory, event) : []),
  ...(event.type === 'ConsentGiven' ? proposalFaults(memory, event) : []),
  ...formalFaults(memory, event),
  ...askedFaults(memory, event),
]
