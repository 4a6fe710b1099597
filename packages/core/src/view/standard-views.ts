import { cohortList } from './cohort-list.ts'
import { cohortRoster } from './cohort-roster.ts'
import { consentLedger } from './consent-ledger.ts'
import { dueList } from './due-list.ts'
import { matchingRuns } from './matching-runs.ts'
import { momentum } from './momentum.ts'
import { myPairings } from './my-pairings.ts'
import { pairingBoard } from './pairing-board.ts'
import { sessionCalendar } from './session-calendar.ts'

/** Every view that is kept; metrics are published at dates instead. */
export const standardViews = [
  cohortList,
  cohortRoster,
  pairingBoard,
  myPairings,
  consentLedger,
  momentum,
  sessionCalendar,
  dueList,
  matchingRuns,
] as const
