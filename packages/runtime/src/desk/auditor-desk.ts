import type { Port, Values, View } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { ask, type AskFailure, type Page, type PageAsked } from '../question/ask.ts'
import { ledger } from '../question/consents.ts'

/** What an auditor may ask. It tells who said no, which nobody else learns. */
export interface AuditorDesk {
  /** Every consent that was given or withdrawn, and every erasure. */
  readonly ledger: (
    cohort: Values.CohortId,
    page?: PageAsked,
  ) => TaskEither<AskFailure, Page<View.LedgerRow>>
}

/** Opens the auditor's desk; the host vouches for who sits at it. */
export const auditorDesk = (viewStore: Port.ViewStore): AuditorDesk => ({
  ledger: (cohort, page) => ask(viewStore)(ledger(cohort), page),
})
