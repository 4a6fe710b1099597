import * as t from 'io-ts'
import { word, type Plain } from '../../values/fields.ts'
import { PairingId } from '../../values/id.ts'
import { Terms } from '../../values/number.ts'
import { event } from './stamp.ts'

/** What a consent that is not about one pairing is for. */
export const Purpose = word('identityMatching', 'communications', 'talentSharing', 'outcomes')
export type Purpose = t.TypeOf<typeof Purpose>

const aboutPairing = { purpose: t.literal('pairing'), pairing: PairingId }
export const pairingConsentFields = { ...aboutPairing, terms: Terms }
export const pairingWithdrawalFields = aboutPairing
export const purposeFields = { purpose: Purpose }

/** Its actor agrees: to one pairing under the terms, or to one use of their data. */
export const ConsentGiven = t.union(
  [event('ConsentGiven', pairingConsentFields, {}), event('ConsentGiven', purposeFields, {})],
  'ConsentGiven',
)
export type ConsentGiven = Plain<t.TypeOf<typeof ConsentGiven>>

/** Its actor does not agree, or no longer: to one pairing, or to one use of their data. */
export const ConsentWithdrawn = t.union(
  [
    event('ConsentWithdrawn', pairingWithdrawalFields, {}),
    event('ConsentWithdrawn', purposeFields, {}),
  ],
  'ConsentWithdrawn',
)
export type ConsentWithdrawn = Plain<t.TypeOf<typeof ConsentWithdrawn>>
