import * as t from 'io-ts'
import { Role } from '../../values/actor.ts'
import { Code } from '../../values/code.ts'
import { list } from '../../values/list.ts'
import type { Plain } from '../../values/plain.ts'
import { EnrolmentId, ParticipantId } from '../../values/id.ts'
import { Instant } from '../../values/instant.ts'
import { Capacity, Hours, Seniority } from '../../values/number.ts'
import { eventCodec } from './event-codec.ts'

export const enrolmentFields = {
  enrolment: EnrolmentId,
  participant: ParticipantId,
  role: Role,
  capacity: Capacity,
  /** Somebody without an employee record; their chain is empty. */
  external: t.boolean,
  /** Topics that the person can share. */
  offered: list(Code),
  /** Topics that the person wants to learn. */
  sought: list(Code),
}
export const enrolmentOptions = {
  seniority: Seniority,
  /** The managers above, nearest first. */
  chain: list(ParticipantId),
  /** All direct managers, where there are several; otherwise it is the first of the chain. */
  direct: list(ParticipantId),
  hours: Hours,
  purposeAcknowledged: t.boolean,
  /** Carried over from an earlier cohort's waiting list. */
  waitingSince: Instant,
}

/** A participant joins the cohort in one role. */
export const Enrolled = eventCodec('Enrolled', enrolmentFields, enrolmentOptions)
export interface Enrolled extends Plain<t.TypeOf<typeof Enrolled>> {}

export const amendmentOptions = {
  capacity: Capacity,
  paused: t.boolean,
  hours: Hours,
  purposeAcknowledged: t.boolean,
  offered: list(Code),
  sought: list(Code),
  seniority: Seniority,
}

/** Something about an enrolment is different from now on. */
export const EnrolmentAmended = eventCodec(
  'EnrolmentAmended',
  { enrolment: EnrolmentId },
  amendmentOptions,
)
export interface EnrolmentAmended extends Plain<t.TypeOf<typeof EnrolmentAmended>> {}

export const briefingFields = { enrolment: EnrolmentId }
export const briefingOptions = { trainer: ParticipantId }

/** The person was briefed for the role. */
export const BriefingCompleted = eventCodec('BriefingCompleted', briefingFields, briefingOptions)
export interface BriefingCompleted extends Plain<t.TypeOf<typeof BriefingCompleted>> {}

/** One enrolment ends, and its live pairings with it. */
export const ParticipantWithdrew = eventCodec('ParticipantWithdrew', { enrolment: EnrolmentId }, {})
export interface ParticipantWithdrew extends Plain<t.TypeOf<typeof ParticipantWithdrew>> {}

/** A person's data is gone; all their enrolments end. */
export const ParticipantErased = eventCodec('ParticipantErased', { participant: ParticipantId }, {})
export interface ParticipantErased extends Plain<t.TypeOf<typeof ParticipantErased>> {}
