import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { EnrolmentId } from '../../values/id.ts'
import type { EnrolmentAmended } from '../event/enrolment.ts'
import { amendmentOptions } from '../event/enrolment.ts'
import type { Enrolment } from '../state/cohort.ts'
import type { Dated } from '../state/dated.ts'
import { isErased } from '../state/find.ts'
import { unknownCode } from './unknown-code.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  superseded,
  wordOn,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { someTopics } from './enrol.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

/** States something of an enrolment anew. What it only repeats drops out; one stale value refuses it whole (INV28). */
export const AmendEnrolment = commandCodec(
  'AmendEnrolment',
  { enrolment: EnrolmentId },
  { ...amendmentOptions, offered: someTopics, sought: someTopics },
)
export interface AmendEnrolment extends Plain<t.TypeOf<typeof AmendEnrolment>> {}

type Amendment = Omit<EnrolmentAmended, 'type' | 'at' | 'by' | 'enrolment'>

const mayAmend = ({ by, seniority }: AmendEnrolment, { enrolled }: Enrolment): boolean =>
  by.role === 'participant' ? by.id === enrolled.participant && seniority === undefined : true

const decideAmendEnrolment = (
  order: AmendEnrolment,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by, enrolment: id } = order
  const enrolment = get(cohort.enrolments, id)
  if (enrolment === undefined) return refuse({ _tag: 'UnknownEnrolment', enrolment: id })
  const { participant, role } = enrolment.enrolled
  if (!mayAmend(order, enrolment) || isErased(cohort, participant)) return notAllowed(by)

  const person = get(cohort.people, participant)
  const part = person?.[role]
  const current: { readonly [K in keyof Amendment]-?: Dated<Required<Amendment>[K]> | undefined } =
    {
      capacity: enrolment.capacity,
      paused: enrolment.paused,
      offered: enrolment.offered,
      sought: enrolment.sought,
      hours: part?.hours,
      purposeAcknowledged: part?.purpose,
      seniority: person?.seniority,
    }
  const word = (value: keyof Amendment) =>
    order[value] === undefined ? 'repeats' : wordOn<unknown>(current[value], order[value], at)
  if (values.some((value) => word(value) === 'stale')) return superseded
  const { capacity, paused, offered, sought, hours, purposeAcknowledged, seniority } = order
  const isNew = (value: keyof Amendment) => word(value) === 'new'
  const amendment: Amendment = {
    ...(capacity !== undefined && isNew('capacity') && { capacity }),
    ...(paused !== undefined && isNew('paused') && { paused }),
    ...(offered !== undefined && isNew('offered') && { offered }),
    ...(sought !== undefined && isNew('sought') && { sought }),
    ...(hours !== undefined && isNew('hours') && { hours }),
    ...(purposeAcknowledged !== undefined &&
      isNew('purposeAcknowledged') && { purposeAcknowledged }),
    ...(seniority !== undefined && isNew('seniority') && { seniority }),
  }
  if (Object.keys(amendment).length === 0) return nothing
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: order.cohort })
  if (enrolment.endedAt !== undefined) return refuse({ _tag: 'EnrolmentOver', enrolment: id })
  const unknown = unknownCode(cohort, 'topics', [...(offered ?? []), ...(sought ?? [])])
  if (unknown !== undefined) return refuse(unknown)
  return happened({ type: 'EnrolmentAmended', at, by, enrolment: id, ...amendment })
}

const values: ReadonlyArray<keyof Amendment> = [
  'capacity',
  'paused',
  'offered',
  'sought',
  'hours',
  'purposeAcknowledged',
  'seniority',
]

export const amendEnrolment: Kind<AmendEnrolment> = {
  codec: AmendEnrolment,
  roles: ['participant', 'coordinator', 'system'],
  decide: decideAmendEnrolment,
}
