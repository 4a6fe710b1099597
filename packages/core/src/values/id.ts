import * as t from 'io-ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const id = <Name extends string>(name: Name) =>
  t.brand(
    t.string,
    (text): text is t.Branded<string, { readonly [K in Name]: symbol }> => UUID.test(text),
    name,
  )

/** A lower-case RFC 9562 identifier. People and pairings have random ones (v4), so that an id tells nothing. */
export const Uuid = id('Uuid')
export type Uuid = t.TypeOf<typeof Uuid>

/** One programme: a standing intent that several cohorts share. */
export const ProgrammeId = id('ProgrammeId')
export type ProgrammeId = t.TypeOf<typeof ProgrammeId>

/** One cohort, and so one event stream. */
export const CohortId = id('CohortId')
export type CohortId = t.TypeOf<typeof CohortId>

/** A person, known to the log by nothing else; the same in all cohorts of a programme. */
export const ParticipantId = id('ParticipantId')
export type ParticipantId = t.TypeOf<typeof ParticipantId>

/** One participant in one cohort in one role. */
export const EnrolmentId = id('EnrolmentId')
export type EnrolmentId = t.TypeOf<typeof EnrolmentId>

/** One mentor and one mentee, from the moment they are matched. */
export const PairingId = id('PairingId')
export type PairingId = t.TypeOf<typeof PairingId>

/** One planned meeting of a pairing. */
export const SessionId = id('SessionId')
export type SessionId = t.TypeOf<typeof SessionId>

/** Several pairings' sessions in one room. */
export const MeetingId = id('MeetingId')
export type MeetingId = t.TypeOf<typeof MeetingId>

/** One recorded run of a matching policy. */
export const RunId = id('RunId')
export type RunId = t.TypeOf<typeof RunId>

/** One answer to one feedback question. */
export const FeedbackId = id('FeedbackId')
export type FeedbackId = t.TypeOf<typeof FeedbackId>

/** One practice that a mentor shared. */
export const PracticeId = id('PracticeId')
export type PracticeId = t.TypeOf<typeof PracticeId>

/** One nomination for a next cohort. */
export const NominationId = id('NominationId')
export type NominationId = t.TypeOf<typeof NominationId>

/** One concern that was raised. */
export const ConcernId = id('ConcernId')
export type ConcernId = t.TypeOf<typeof ConcernId>

/** One observed outcome. */
export const OutcomeId = id('OutcomeId')
export type OutcomeId = t.TypeOf<typeof OutcomeId>

/** A text in the directory; the log holds the reference, never the words. */
export const TextId = id('TextId')
export type TextId = t.TypeOf<typeof TextId>
