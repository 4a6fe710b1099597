import type { Actor, Role } from '../../values/actor.ts'
import type { PairingId } from '../../values/id.ts'
import type { Cohort, Pairing } from './cohort.ts'
import { actingParty, findPairing } from './find.ts'

/** Whether a party was ever asked: under `mentee-first` the mentor is, once the mentee has said yes (INV11). */
export const wasAsked = (cohort: Cohort, pairing: Pairing, role: Role): boolean =>
  role === 'mentee' ||
  cohort.opened?.rules.consultation === 'together' ||
  pairing.answers.mentee.yes !== undefined

/** The pairing, unless the actor is its mentor and was never asked: then it does not exist (INV11). */
export const pairingKnownTo = (
  cohort: Cohort,
  actor: Actor,
  id: PairingId,
): Pairing | undefined => {
  const pairing = findPairing(cohort, id)
  if (pairing === undefined) return undefined
  const role = actingParty(pairing, actor)
  return role === undefined || wasAsked(cohort, pairing, role) ? pairing : undefined
}
