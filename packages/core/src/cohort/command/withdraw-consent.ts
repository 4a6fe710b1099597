import * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { pairingWithdrawalFields, purposeFields } from '../event/consent.ts'
import { pairingKnownTo } from '../state/asked.ts'
import { actingParty, wasEnrolled } from '../state/find.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

const withdrawPairingConsent = commandCodec('WithdrawConsent', pairingWithdrawalFields, {})

/** The actor does not agree to a pairing, or no longer. */
export interface WithdrawPairingConsent extends Plain<t.TypeOf<typeof withdrawPairingConsent>> {}

const withdrawPurposeConsent = commandCodec('WithdrawConsent', purposeFields, {})

/** The actor does not agree to one use of their data, or no longer. */
export interface WithdrawPurposeConsent extends Plain<t.TypeOf<typeof withdrawPurposeConsent>> {}

/** The actor does not agree, or no longer: in one command, at any time, without a reason (INV12). */
export type WithdrawConsent = WithdrawPairingConsent | WithdrawPurposeConsent
export const WithdrawConsent = t.union(
  [withdrawPairingConsent, withdrawPurposeConsent],
  'WithdrawConsent',
)

const decidePairing = (
  order: WithdrawPairingConsent,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by, pairing: id } = order
  const pairing = pairingKnownTo(cohort, by, id)
  if (pairing === undefined) return refuse({ _tag: 'UnknownPairing', pairing: id })
  const role = actingParty(pairing, by)
  if (role === undefined) return notAllowed(by)
  if (pairing.answers[role].no !== undefined) return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (pairing._tag === 'Ended') return refuse({ _tag: 'PairingOver', pairing: id })
  return happened({ type: 'ConsentWithdrawn', at, by, purpose: 'pairing', pairing: id })
}

/** Takes effect unless a withdrawal as late was recorded: also where nothing stands, and over a later consent. */
const decidePurpose = (
  order: WithdrawPurposeConsent,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by, purpose } = order
  if (!wasEnrolled(cohort, by.id)) return notAllowed(by)
  const before = get(cohort.people, by.id)?.purposes[purpose]?.withdrawn
  if (before !== undefined && at <= before) return nothing
  return happened({ type: 'ConsentWithdrawn', at, by, purpose })
}

const decideWithdrawConsent = (
  order: WithdrawConsent,
  cohort: OpenedCohort,
): Decision<SharedRefusal> =>
  order.purpose === 'pairing' ? decidePairing(order, cohort) : decidePurpose(order, cohort)

export const withdrawConsent: Kind<WithdrawConsent> = {
  codec: WithdrawConsent,
  roles: ['participant'],
  decide: decideWithdrawConsent,
}
