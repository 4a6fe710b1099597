import type * as t from 'io-ts'
import { text } from './text.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const id = <A extends string>(name: string) =>
  text<A>(name, UUID, 'a lower-case UUID, such as 3f9a1c52-7d0e-4b8a-9c41-5e2f8d6b7a10')

interface UuidBrand {
  readonly Uuid: symbol
}

/** A lower-case RFC 9562 identifier. People and pairings have random ones (v4), so that an id tells nothing. */
export type Uuid = t.Branded<string, UuidBrand>
export const Uuid = id<Uuid>('Uuid')

interface ProgrammeIdBrand {
  readonly ProgrammeId: symbol
}

/** One programme: a standing intent that several cohorts share. */
export type ProgrammeId = t.Branded<string, ProgrammeIdBrand>
export const ProgrammeId = id<ProgrammeId>('ProgrammeId')

interface CohortIdBrand {
  readonly CohortId: symbol
}

/** One cohort, and so one event stream. */
export type CohortId = t.Branded<string, CohortIdBrand>
export const CohortId = id<CohortId>('CohortId')

interface ParticipantIdBrand {
  readonly ParticipantId: symbol
}

/** A person, known to the log by nothing else; the same in all cohorts of a programme. */
export type ParticipantId = t.Branded<string, ParticipantIdBrand>
export const ParticipantId = id<ParticipantId>('ParticipantId')

interface EnrolmentIdBrand {
  readonly EnrolmentId: symbol
}

/** One participant in one cohort in one role. */
export type EnrolmentId = t.Branded<string, EnrolmentIdBrand>
export const EnrolmentId = id<EnrolmentId>('EnrolmentId')

interface PairingIdBrand {
  readonly PairingId: symbol
}

/** One mentor and one mentee, from the moment they are matched. */
export type PairingId = t.Branded<string, PairingIdBrand>
export const PairingId = id<PairingId>('PairingId')

interface SessionIdBrand {
  readonly SessionId: symbol
}

/** One planned meeting of a pairing. */
export type SessionId = t.Branded<string, SessionIdBrand>
export const SessionId = id<SessionId>('SessionId')

interface MeetingIdBrand {
  readonly MeetingId: symbol
}

/** Several pairings' sessions in one room. */
export type MeetingId = t.Branded<string, MeetingIdBrand>
export const MeetingId = id<MeetingId>('MeetingId')

interface RunIdBrand {
  readonly RunId: symbol
}

/** One recorded run of a matching policy. */
export type RunId = t.Branded<string, RunIdBrand>
export const RunId = id<RunId>('RunId')

interface FeedbackIdBrand {
  readonly FeedbackId: symbol
}

/** One answer to one feedback question. */
export type FeedbackId = t.Branded<string, FeedbackIdBrand>
export const FeedbackId = id<FeedbackId>('FeedbackId')

interface PracticeIdBrand {
  readonly PracticeId: symbol
}

/** One practice that a mentor shared. */
export type PracticeId = t.Branded<string, PracticeIdBrand>
export const PracticeId = id<PracticeId>('PracticeId')

interface NominationIdBrand {
  readonly NominationId: symbol
}

/** One nomination for a next cohort. */
export type NominationId = t.Branded<string, NominationIdBrand>
export const NominationId = id<NominationId>('NominationId')

interface ConcernIdBrand {
  readonly ConcernId: symbol
}

/** One concern that was raised. */
export type ConcernId = t.Branded<string, ConcernIdBrand>
export const ConcernId = id<ConcernId>('ConcernId')

interface OutcomeIdBrand {
  readonly OutcomeId: symbol
}

/** One observed outcome. */
export type OutcomeId = t.Branded<string, OutcomeIdBrand>
export const OutcomeId = id<OutcomeId>('OutcomeId')

interface TextIdBrand {
  readonly TextId: symbol
}

/** A text in the directory; the log holds the reference, never the words. */
export type TextId = t.Branded<string, TextIdBrand>
export const TextId = id<TextId>('TextId')
