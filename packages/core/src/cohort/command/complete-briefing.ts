import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import type { ParticipantId } from '../../values/id.ts'
import { briefingFields, briefingOptions } from '../event/enrolment.ts'
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

/** Records that somebody was briefed for their role: by a coordinator, or by a briefed mentor who trained them. */
export const CompleteBriefing = commandCodec('CompleteBriefing', briefingFields, briefingOptions)
export interface CompleteBriefing extends Plain<t.TypeOf<typeof CompleteBriefing>> {}

const wasBriefedAsMentor = (cohort: OpenedCohort, participant: ParticipantId): boolean =>
  get(cohort.people, participant)?.mentor.briefed === true

const isMentor = (cohort: OpenedCohort, participant: ParticipantId): boolean =>
  get(cohort.people, participant)?.mentor.enrolment !== undefined

const decideCompleteBriefing = (
  order: CompleteBriefing,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by, enrolment: id } = order
  const enrolment = get(cohort.enrolments, id)
  const trainer = by.role === 'participant' ? by.id : order.trainer
  if (by.role === 'participant' && (order.trainer ?? by.id) !== by.id) return notAllowed(by)
  if (by.role === 'participant' && !wasBriefedAsMentor(cohort, by.id)) return notAllowed(by)
  if (enrolment === undefined) return refuse({ _tag: 'UnknownEnrolment', enrolment: id })
  const { participant, role } = enrolment.enrolled
  if (trainer === participant || isErased(cohort, participant)) return notAllowed(by)
  if (trainer !== undefined && isErased(cohort, trainer)) return notAllowed(by)
  if (get(cohort.people, participant)?.[role].briefed === true) return nothing
  if (by.role === 'participant' && !isMentor(cohort, by.id)) return notAllowed(by)
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (enrolment.endedAt !== undefined) return refuse({ _tag: 'EnrolmentOver', enrolment: id })
  return happened({
    type: 'BriefingCompleted',
    at,
    by,
    enrolment: id,
    ...(trainer !== undefined && { trainer }),
  })
}

export const completeBriefing: Kind<CompleteBriefing> = {
  codec: CompleteBriefing,
  roles: ['participant', 'coordinator'],
  decide: decideCompleteBriefing,
}
