import * as t from 'io-ts'
import { later } from '../../values/instant.ts'
import type { Plain } from '../../values/plain.ts'
import { pairingConsentFields, purposeFields } from '../event/consent.ts'
import { pairingKnownTo } from '../state/asked.ts'
import { actingParty, wasEnrolled } from '../state/find.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  superseded,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { OtherTerms, SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

const givePairingConsent = commandCodec('GiveConsent', pairingConsentFields, {})

/** The actor agrees to a pairing under the cohort's terms. */
export interface GivePairingConsent extends Plain<t.TypeOf<typeof givePairingConsent>> {}

const givePurposeConsent = commandCodec('GiveConsent', purposeFields, {})

/** The actor agrees to one use of their data. */
export interface GivePurposeConsent extends Plain<t.TypeOf<typeof givePurposeConsent>> {}

/** The actor agrees: to a pairing under the cohort's terms, or to one use of their data. Nobody agrees for another. */
export type GiveConsent = GivePairingConsent | GivePurposeConsent
export const GiveConsent = t.union([givePairingConsent, givePurposeConsent], 'GiveConsent')

export type GiveConsentRefusal = SharedRefusal | OtherTerms

/** Agreeing twice is safe, and so is a first yes that arrives again after the end (INV28); one after an own no is too late. */
const decidePairing = (
  order: GivePairingConsent,
  cohort: OpenedCohort,
): Decision<GiveConsentRefusal> => {
  const { at, by, pairing: id, terms } = order
  const pairing = pairingKnownTo(cohort, by, id)
  if (pairing === undefined) return refuse({ _tag: 'UnknownPairing', pairing: id })
  const role = actingParty(pairing, by)
  if (role === undefined) return notAllowed(by)
  const asked = cohort.opened.terms
  if (terms !== asked) return refuse({ _tag: 'OtherTerms', asked })
  const { yes, no } = pairing.answers[role]
  const isRepeat = yes !== undefined && (no === undefined || at <= later(yes, no))
  if (isRepeat) return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (pairing._tag !== 'Proposed') return refuse({ _tag: 'PairingOver', pairing: id })
  return happened({ type: 'ConsentGiven', at, by, purpose: 'pairing', pairing: id, terms })
}

/** Not newer than the latest word on the purpose, it adds nothing or is superseded. */
const decidePurpose = (
  order: GivePurposeConsent,
  cohort: OpenedCohort,
): Decision<GiveConsentRefusal> => {
  const { at, by, purpose } = order
  if (!wasEnrolled(cohort, by.id)) return notAllowed(by)
  const { standing, given, withdrawn } = get(cohort.people, by.id)?.purposes[purpose] ?? {}
  const isLate = [given, withdrawn].some((before) => before !== undefined && at <= before)
  if (isLate) return standing === true ? nothing : superseded
  return happened({ type: 'ConsentGiven', at, by, purpose })
}

const decideGiveConsent = (
  order: GiveConsent,
  cohort: OpenedCohort,
): Decision<GiveConsentRefusal> =>
  order.purpose === 'pairing' ? decidePairing(order, cohort) : decidePurpose(order, cohort)

export const giveConsent: Kind<GiveConsent> = {
  codec: GiveConsent,
  roles: ['participant'],
  decide: decideGiveConsent,
}
