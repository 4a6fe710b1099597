import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { EnrolmentId } from '../../values/id.ts'
import { isErased } from '../state/find.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

/** Ends one enrolment; it bars no pair, and a new enrolment may follow while the cohort is open. */
export const WithdrawParticipant = commandCodec(
  'WithdrawParticipant',
  { enrolment: EnrolmentId },
  {},
)
export interface WithdrawParticipant extends Plain<t.TypeOf<typeof WithdrawParticipant>> {}

const decideWithdrawParticipant = (
  order: WithdrawParticipant,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by, enrolment: id } = order
  const enrolment = get(cohort.enrolments, id)
  if (enrolment === undefined) return refuse({ _tag: 'UnknownEnrolment', enrolment: id })
  const { participant } = enrolment.enrolled
  if (by.role === 'participant' && by.id !== participant) return notAllowed(by)
  if (isErased(cohort, participant)) return notAllowed(by)
  if (enrolment.endedAt !== undefined) return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  return happened({ type: 'ParticipantWithdrew', at, by, enrolment: id })
}

export const withdrawParticipant: Kind<WithdrawParticipant> = {
  codec: WithdrawParticipant,
  roles: ['participant', 'coordinator'],
  decide: decideWithdrawParticipant,
}
