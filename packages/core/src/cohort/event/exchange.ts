import * as t from 'io-ts'
import { Role } from '../../values/actor.ts'
import { Code } from '../../values/code.ts'
import { list } from '../../values/list.ts'
import { word } from '../../values/word.ts'
import type { Plain } from '../../values/plain.ts'
import {
  ConcernId,
  FeedbackId,
  NominationId,
  OutcomeId,
  PairingId,
  ParticipantId,
  PracticeId,
  SessionId,
  TextId,
} from '../../values/id.ts'
import { Rating } from '../../values/number.ts'
import { eventCodec } from './event-codec.ts'

export const feedbackFields = {
  feedback: FeedbackId,
  question: Code,
  occasion: word('start', 'session', 'half', 'end'),
  rating: Rating,
  themes: list(Code),
}
export const feedbackOptions = { pairing: PairingId, session: SessionId, text: TextId }

/** Its actor answers one question; the latest answer counts. */
export const FeedbackGiven = eventCodec('FeedbackGiven', feedbackFields, feedbackOptions)
export interface FeedbackGiven extends Plain<t.TypeOf<typeof FeedbackGiven>> {}

export const practiceFields = { practice: PracticeId, topics: list(Code) }
export const practiceOptions = { text: TextId }

/** A mentor shares something that works. */
export const PracticeShared = eventCodec('PracticeShared', practiceFields, practiceOptions)
export interface PracticeShared extends Plain<t.TypeOf<typeof PracticeShared>> {}

export const nominationFields = { nomination: NominationId, candidate: ParticipantId, role: Role }

/** A mentor names somebody for a next cohort. */
export const CandidateNominated = eventCodec('CandidateNominated', nominationFields, {})
export interface CandidateNominated extends Plain<t.TypeOf<typeof CandidateNominated>> {}

export const concernFields = { concern: ConcernId, text: TextId }

/** Somebody raises a concern; the words are in the directory. */
export const ConcernRaised = eventCodec('ConcernRaised', concernFields, {})
export interface ConcernRaised extends Plain<t.TypeOf<typeof ConcernRaised>> {}

export const outcomeFields = {
  outcome: OutcomeId,
  participant: ParticipantId,
  /** Months after the close. */
  month: t.union([t.literal(6), t.literal(12)]),
  kind: word('promoted', 'moved', 'stayed', 'left'),
}

/** What became of somebody, with their consent. */
export const OutcomeObserved = eventCodec('OutcomeObserved', outcomeFields, {})
export interface OutcomeObserved extends Plain<t.TypeOf<typeof OutcomeObserved>> {}

/** What people say and what is observed of them: each under an id of its own, and nothing else changes by it. */
export type Exchanged =
  FeedbackGiven | PracticeShared | CandidateNominated | ConcernRaised | OutcomeObserved
