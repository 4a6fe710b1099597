import * as t from 'io-ts'
import type { Plain } from '../../values/fields.ts'
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
import { command, type Kind } from './kind.ts'
import type { SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

const WithdrawPairingConsent = command('WithdrawConsent', pairingWithdrawalFields, {})
const WithdrawPurposeConsent = command('WithdrawConsent', purposeFields, {})

/** The actor does not agree, or no longer: in one command, at any time, without a reason (INV12). */
export const WithdrawConsent = t.union(
  [WithdrawPairingConsent, WithdrawPurposeConsent],
  'WithdrawConsent',
)
export type WithdrawConsent = Plain<t.TypeOf<typeof WithdrawConsent>>

const decidePairing = (
  order: Plain<t.TypeOf<typeof WithdrawPairingConsent>>,
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
  order: Plain<t.TypeOf<typeof WithdrawPurposeConsent>>,
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
