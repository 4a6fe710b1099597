import type { Port, Values, View } from '@reverse-mentoring/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { ask, type AskFailure, type Page, type PageAsked } from '../question/ask.ts'
import { mySessions } from '../question/calendar.ts'
import { myConsents } from '../question/consents.ts'
import { myMomentum } from '../question/momentum.ts'
import { myPairings } from '../question/my-pairings.ts'

type Mine<A> = (page?: PageAsked) => TaskEither<AskFailure, Page<A>>

/** What a participant may ask: their own, in all cohorts. */
export interface ParticipantDesk {
  /** Pairings that they were asked about; of the other's answer no more than where each stands. */
  readonly pairings: Mine<View.MyPairingRow>
  /** Their calendar in the order of time, from an instant on where one is given. */
  readonly sessions: (
    from?: Values.Instant,
    page?: PageAsked,
  ) => TaskEither<AskFailure, Page<View.CalendarRow>>
  /** How their pairings keep going, as of an instant. */
  readonly momentum: (
    asOf: Values.Instant,
    page?: PageAsked,
  ) => TaskEither<AskFailure, Page<View.ShownMomentum>>
  /** What they gave and withdrew. */
  readonly consents: Mine<View.LedgerRow>
}

/** Opens the desk of one authenticated participant. */
export const participantDesk =
  (viewStore: Port.ViewStore) =>
  (id: Values.ParticipantId): ParticipantDesk => {
    const asking = ask(viewStore)
    return {
      pairings: (page) => asking(myPairings(id), page),
      sessions: (from, page) => asking(mySessions(id, from), page),
      momentum: (asOf, page) => asking(myMomentum(id, asOf), page),
      consents: (page) => asking(myConsents(id), page),
    }
  }
