import type { EngineFailure } from './explain.ts'

/**
 * What a caller does about a failure: `forbidden` is not theirs to ask, `missing` is not there, `conflict` does not fit
 * what stands, `invalid` is to be mended, `unavailable` may go well later, `broken` is for an operator. Over HTTP these
 * are 403, 404, 409, 422, 503 and 500.
 */
export type FailureKind =
  'forbidden' | 'missing' | 'conflict' | 'invalid' | 'unavailable' | 'broken'

const kinds: Readonly<Record<EngineFailure['_tag'], FailureKind>> = {
  NotAllowed: 'forbidden',
  UnknownCohort: 'missing',
  UnknownParticipant: 'missing',
  UnknownEnrolment: 'missing',
  UnknownPairing: 'missing',
  UnknownSession: 'missing',
  CohortOver: 'conflict',
  PairingOver: 'conflict',
  EnrolmentOver: 'conflict',
  SessionOver: 'conflict',
  IdTaken: 'conflict',
  Superseded: 'conflict',
  AlreadyEnrolled: 'conflict',
  AlreadyFormal: 'conflict',
  NotReady: 'conflict',
  NoPlace: 'conflict',
  NotAdmissible: 'conflict',
  NotFormal: 'conflict',
  NoConsent: 'conflict',
  StaleDraft: 'conflict',
  Overlapping: 'conflict',
  TooEarly: 'conflict',
  Erased: 'conflict',
  OtherTerms: 'invalid',
  TooFar: 'invalid',
  UnknownCode: 'invalid',
  UnsoundRules: 'invalid',
  UnknownType: 'invalid',
  UnknownVersion: 'invalid',
  MalformedPayload: 'invalid',
  TooLarge: 'invalid',
  Misused: 'invalid',
  PolicyFailure: 'invalid',
  Unavailable: 'unavailable',
  Cancelled: 'unavailable',
  Unreadable: 'broken',
  UnreadableRow: 'broken',
  Halted: 'broken',
  Defect: 'broken',
}

const isKnown = (tag: string): tag is EngineFailure['_tag'] => tag in kinds

/**
 * The kind of a failure; what no operation of an engine fails with, such as an opening, is for an operator. A policy that
 * says itself that it cannot is to be asked otherwise; one that throws is broken, and one that is too late, or whose thread
 * died, is unavailable.
 */
export const failureKind = (failure: {
  readonly _tag: string
  readonly kind?: unknown
}): FailureKind => {
  const { _tag, kind } = failure
  if (_tag === 'PolicyFailure' && (kind === 'broken' || kind === 'unavailable')) return kind
  return isKnown(_tag) ? kinds[_tag] : 'broken'
}

/** Whether it is something that an operation of an engine fails with. */
export const isEngineFailure = (failure: { readonly _tag: string }): failure is EngineFailure =>
  isKnown(failure._tag)
