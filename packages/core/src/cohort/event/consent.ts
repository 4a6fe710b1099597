import * as t from 'io-ts'
import { word } from '../../values/word.ts'
import type { Plain } from '../../values/plain.ts'
import { PairingId } from '../../values/id.ts'
import { Terms } from '../../values/number.ts'
import { eventCodec } from './event-codec.ts'

/** What a consent that is not about one pairing is for. */
export const Purpose = word('identityMatching', 'communications', 'talentSharing', 'outcomes')
export type Purpose = t.TypeOf<typeof Purpose>

const aboutPairing = { purpose: t.literal('pairing'), pairing: PairingId }
export const pairingConsentFields = { ...aboutPairing, terms: Terms }
export const pairingWithdrawalFields = aboutPairing
export const purposeFields = { purpose: Purpose }

const pairingConsentGiven = eventCodec('ConsentGiven', pairingConsentFields, {})
const purposeConsentGiven = eventCodec('ConsentGiven', purposeFields, {})

/** Its actor agrees to one pairing under the terms. */
export interface PairingConsentGiven extends Plain<t.TypeOf<typeof pairingConsentGiven>> {}

/** Its actor agrees to one use of their data. */
export interface PurposeConsentGiven extends Plain<t.TypeOf<typeof purposeConsentGiven>> {}

/** Its actor agrees: to one pairing under the terms, or to one use of their data. */
export type ConsentGiven = PairingConsentGiven | PurposeConsentGiven
export const ConsentGiven = t.union([pairingConsentGiven, purposeConsentGiven], 'ConsentGiven')

const pairingConsentWithdrawn = eventCodec('ConsentWithdrawn', pairingWithdrawalFields, {})
const purposeConsentWithdrawn = eventCodec('ConsentWithdrawn', purposeFields, {})

/** Its actor does not agree to one pairing, or no longer. */
export interface PairingConsentWithdrawn extends Plain<t.TypeOf<typeof pairingConsentWithdrawn>> {}

/** Its actor does not agree to one use of their data, or no longer. */
export interface PurposeConsentWithdrawn extends Plain<t.TypeOf<typeof purposeConsentWithdrawn>> {}

/** Its actor does not agree, or no longer: to one pairing, or to one use of their data. */
export type ConsentWithdrawn = PairingConsentWithdrawn | PurposeConsentWithdrawn
export const ConsentWithdrawn = t.union(
  [pairingConsentWithdrawn, purposeConsentWithdrawn],
  'ConsentWithdrawn',
)
