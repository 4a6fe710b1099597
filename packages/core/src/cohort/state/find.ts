import type { Actor, Role } from '../../values/actor.ts'
import type { EnrolmentId, PairingId, ParticipantId } from '../../values/id.ts'
import type { Cohort, Enrolment, Pair, Pairing, Person } from './cohort.ts'
import { pairKey } from './pair-key.ts'
import { get, has } from './table.ts'

/** The pairing as it stands: a close ends whatever still lives. */
export const findPairing = (cohort: Cohort, id: PairingId): Pairing | undefined => {
  const pairing = get(cohort.pairings, id)
  return pairing === undefined ? undefined : inLightOfClose(cohort, pairing)
}

/** A pairing of the cohort's map as it stands. */
export const inLightOfClose = (cohort: Cohort, pairing: Pairing): Pairing => {
  if (cohort.closedAt === undefined || pairing._tag === 'Ended') return pairing
  const formalAt = pairing._tag === 'Formal' ? pairing.formalAt : undefined
  return { ...pairing, _tag: 'Ended', formalAt, at: cohort.closedAt, because: 'closed' }
}

const unrelated: Pair = {
  declared: {},
  barred: false,
  refused: false,
  live: undefined,
  proposedBefore: false,
}

/** What is known of two people together. */
export const findPair = (cohort: Cohort, a: ParticipantId, b: ParticipantId): Pair =>
  get(cohort.pairs, pairKey(a, b)) ?? unrelated

/** The person's role in the pairing, if they are a party. */
export const partyRole = (pairing: Pairing, participant: ParticipantId): Role | undefined =>
  pairing.mentor === participant ? 'mentor' : pairing.mentee === participant ? 'mentee' : undefined

/** The actor's role in the pairing, if they speak for themselves and are a party. */
export const actingParty = (pairing: Pairing, actor: Actor): Role | undefined =>
  actor.role === 'participant' ? partyRole(pairing, actor.id) : undefined

/** Somebody's enrolment in a role, if it stands. */
export const standingEnrolment = (
  cohort: Cohort,
  person: Person | undefined,
  role: Role,
): Enrolment | undefined => {
  const id: EnrolmentId | undefined = person?.[role].enrolment
  return id === undefined || cohort.closedAt !== undefined ? undefined : get(cohort.enrolments, id)
}

/** Whether somebody was ever enrolled here. */
export const wasEnrolled = (cohort: Cohort, participant: ParticipantId): boolean =>
  has(cohort.people, participant)

export const isErased = (cohort: Cohort, participant: ParticipantId): boolean =>
  get(cohort.people, participant)?.erasedAt !== undefined
