import type { Folds } from './folds.ts'
import type {
  CandidateNominated,
  ConcernRaised,
  FeedbackGiven,
  OutcomeObserved,
  PracticeShared,
} from '../event/exchange.ts'
import type { Claim, Cohort } from '../state/cohort.ts'
import { claimed } from './change.ts'
import { set } from '../state/table.ts'
import { isTaken } from '../state/taken.ts'

/** One author's answers to the same question on the same occasion share this key; the latest counts. */
export const feedbackKey = (event: FeedbackGiven): string =>
  `${event.by.id} ${event.session ?? event.pairing ?? ''} ${event.question} ${event.occasion}`

const claimOnce = (cohort: Cohort, id: string, event: Claim): Cohort =>
  isTaken(cohort, id) ? cohort : claimed(cohort, id, event)

const feedbackGiven = (cohort: Cohort, event: FeedbackGiven): Cohort =>
  isTaken(cohort, event.feedback)
    ? cohort
    : {
        ...claimed(cohort, event.feedback, event),
        feedback: set(cohort.feedback, feedbackKey(event), event),
      }

const practiceShared = (cohort: Cohort, event: PracticeShared): Cohort =>
  claimOnce(cohort, event.practice, event)

const candidateNominated = (cohort: Cohort, event: CandidateNominated): Cohort =>
  claimOnce(cohort, event.nomination, event)

const concernRaised = (cohort: Cohort, event: ConcernRaised): Cohort =>
  claimOnce(cohort, event.concern, event)

const outcomeObserved = (cohort: Cohort, event: OutcomeObserved): Cohort =>
  claimOnce(cohort, event.outcome, event)

export const exchangeFolds = {
  FeedbackGiven: feedbackGiven,
  PracticeShared: practiceShared,
  CandidateNominated: candidateNominated,
  ConcernRaised: concernRaised,
  OutcomeObserved: outcomeObserved,
} satisfies Partial<Folds>
