import type {
  CandidateNominated,
  ConcernRaised,
  FeedbackGiven,
  OutcomeObserved,
  PracticeShared,
} from '../event/exchange.ts'
import type { Claim, Cohort } from '../state/cohort.ts'
import { claimed } from './change.ts'

/** One author's answers to the same question on the same occasion share this key; the latest counts. */
export const feedbackKey = (event: FeedbackGiven): string =>
  [event.by.id, event.pairing ?? '', event.session ?? '', event.question, event.occasion].join(' ')

const claimOnce = (cohort: Cohort, id: string, event: Claim): Cohort =>
  cohort.taken.has(id) ? cohort : claimed(cohort, id, event)

export const feedbackGiven = (cohort: Cohort, event: FeedbackGiven): Cohort =>
  cohort.taken.has(event.feedback)
    ? cohort
    : {
        ...claimed(cohort, event.feedback, event),
        feedback: cohort.feedback.set(feedbackKey(event), event),
      }

export const practiceShared = (cohort: Cohort, event: PracticeShared): Cohort =>
  claimOnce(cohort, event.practice, event)

export const candidateNominated = (cohort: Cohort, event: CandidateNominated): Cohort =>
  claimOnce(cohort, event.nomination, event)

export const concernRaised = (cohort: Cohort, event: ConcernRaised): Cohort =>
  claimOnce(cohort, event.concern, event)

export const outcomeObserved = (cohort: Cohort, event: OutcomeObserved): Cohort =>
  claimOnce(cohort, event.outcome, event)
