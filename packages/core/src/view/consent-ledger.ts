import * as t from 'io-ts'
import type { CohortEvent } from '../cohort/event/event.ts'
import type { Purpose } from '../cohort/event/consent.ts'
import type { Cohort, Pairing } from '../cohort/state/cohort.ts'
import { partyRole } from '../cohort/state/find.ts'
import { fields } from '../values/fields.ts'
import { word } from '../values/word.ts'
import type { Plain } from '../values/plain.ts'
import { PairingId, ParticipantId } from '../values/id.ts'
import { Instant } from '../values/instant.ts'
import { Terms } from '../values/number.ts'
import { placeOfCohort, placeOfPerson } from './place.ts'
import { keysByParty, touchedPairings } from './touched.ts'
import type { Frame, View } from './view.ts'
import { get, keysOf, valuesOf } from '../cohort/state/table.ts'

/** What one person said to one pairing or one use of their data; or that they were erased. */
export const LedgerRow = fields(
  {
    participant: ParticipantId,
    about: word(
      'pairing',
      'identityMatching',
      'communications',
      'talentSharing',
      'outcomes',
      'erasure',
    ),
    /** Whether the consent stands; of an erasure, that it was done. */
    standing: t.boolean,
  },
  { pairing: PairingId, terms: Terms, given: Instant, withdrawn: Instant },
  'LedgerRow',
)
export interface LedgerRow extends Plain<t.TypeOf<typeof LedgerRow>> {}

const purposes: ReadonlyArray<Purpose> = [
  'identityMatching',
  'communications',
  'talentSharing',
  'outcomes',
]

const pairingRow = (
  cohort: Cohort,
  participant: ParticipantId,
  pairing: Pairing,
): LedgerRow | undefined => {
  const role = partyRole(pairing, participant)
  if (role === undefined) return undefined
  const { yes, no } = pairing.answers[role]
  if (yes === undefined && no === undefined) return undefined
  const terms = cohort.opened?.terms
  return {
    participant,
    about: 'pairing',
    pairing: pairing.pairing,
    ...(terms !== undefined && { terms }),
    standing: yes !== undefined && pairing._tag !== 'Ended',
    ...(yes !== undefined && { given: yes }),
    ...(no !== undefined && { withdrawn: no }),
  }
}

const purposeRow = (
  cohort: Cohort,
  participant: ParticipantId,
  purpose: Purpose,
): LedgerRow | undefined => {
  const consent = get(cohort.people, participant)?.purposes[purpose]
  if (consent === undefined) return undefined
  const { standing, given, withdrawn } = consent
  return {
    participant,
    about: purpose,
    standing,
    ...(given !== undefined && { given }),
    ...(withdrawn !== undefined && { withdrawn }),
  }
}

const erasureRow = (cohort: Cohort, participant: ParticipantId): LedgerRow | undefined => {
  const at = get(cohort.people, participant)?.erasedAt
  return at === undefined ? undefined : { participant, about: 'erasure', standing: true, given: at }
}

const ledgerRow = (key: string, cohort: Cohort): LedgerRow | undefined => {
  const [participant, about] = key.split(' ')
  if (!ParticipantId.is(participant)) return undefined
  if (about === 'erasure') return erasureRow(cohort, participant)
  const purpose = purposes.find((candidate) => candidate === about)
  if (purpose !== undefined) return purposeRow(cohort, participant, purpose)
  const pairing = PairingId.is(about) ? get(cohort.pairings, about) : undefined
  return pairing === undefined ? undefined : pairingRow(cohort, participant, pairing)
}

const touched = (event: CohortEvent, before: Cohort, after: Cohort): ReadonlyArray<string> => {
  const pairings = touchedPairings(event, before).flatMap((id) =>
    keysByParty(get(after.pairings, id)),
  )
  if (event.type === 'ParticipantErased') return [...pairings, `${event.participant} erasure`]
  const isPurpose = event.type === 'ConsentGiven' || event.type === 'ConsentWithdrawn'
  return isPurpose && event.purpose !== 'pairing' ? [`${event.by.id} ${event.purpose}`] : pairings
}

/**
 * Every consent that was given or withdrawn, by person and what it is about. For the person themselves and the
 * auditor: it tells who said no, which nobody else learns (INV15).
 */
export const consentLedger: View<'subject' | 'auditor', LedgerRow> = {
  name: 'consent-ledger-1',
  audience: ['subject', 'auditor'],
  codec: LedgerRow,
  touched,
  row: ledgerRow,
  keys: (cohort) =>
    [
      ...[...valuesOf(cohort.pairings)].flatMap(keysByParty),
      ...[...keysOf(cohort.people)].flatMap((participant) =>
        [...purposes, 'erasure'].map((about) => `${participant} ${about}`),
      ),
    ].sort(),
  places: ({ participant }, key, cohort) => [
    { place: placeOfCohort(cohort), key },
    { place: placeOfPerson(participant), key },
  ],
}

/** A row as it stands: after a close no pairing stands. */
export const showConsent = (row: LedgerRow, { closedAt }: Frame): LedgerRow =>
  closedAt !== undefined && row.about === 'pairing' ? { ...row, standing: false } : row
