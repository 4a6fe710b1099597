import { View, type Values } from '@reverse-mentoring/core'
import type { Asked } from './ask.ts'

type Consents = Asked<View.LedgerRow, View.LedgerRow>

const consentsIn = (place: string): Consents => ({
  view: View.consentLedger,
  show: View.showConsent,
  place,
})

/** Every consent that was given or withdrawn in a cohort, and every erasure: the auditor's ledger. */
export const ledger = (cohort: Values.CohortId): Consents => consentsIn(View.placeOfCohort(cohort))

/** What a person gave and withdrew themselves, in all cohorts. */
export const myConsents = (participant: Values.ParticipantId): Consents =>
  consentsIn(View.placeOfPerson(participant))
