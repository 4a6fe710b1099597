import type * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { listOf } from '../../values/list-of.ts'
import type { Plain } from '../../values/plain.ts'
import { ParticipantId } from '../../values/id.ts'
import type { Enrolled } from '../event/enrolment.ts'
import { enrolmentFields, enrolmentOptions } from '../event/enrolment.ts'
import { isErased } from '../state/find.ts'
import { unknownCode } from './unknown-code.ts'
import {
  answerToRepeat,
  happened,
  notAllowed,
  refuse,
  superseded,
  wordOn,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { AlreadyEnrolled, SharedRefusal, UnsoundRules } from './refusal.ts'
import { isSoundLine, lineIn, lineOf } from '../state/line.ts'
import { get } from '../state/table.ts'
import { takenBy } from '../state/taken.ts'

/** The most people who stand above somebody. */
export const mostAbove = 64

/** The topics of one person, on either side. */
export const someTopics = listOf(100, Code)

/**
 * Lets a participant join in one role. Only a coordinator or a system states seniority, chain and waiting; so too that
 * somebody is external, which states an empty chain where none is known.
 */
export const Enrol = commandCodec(
  'Enrol',
  { ...enrolmentFields, offered: someTopics, sought: someTopics },
  {
    ...enrolmentOptions,
    chain: listOf(mostAbove, ParticipantId),
    direct: listOf(mostAbove, ParticipantId),
  },
)
export interface Enrol extends Plain<t.TypeOf<typeof Enrol>> {}

export type EnrolRefusal = SharedRefusal | AlreadyEnrolled | UnsoundRules

const mayEnrol = (order: Enrol): boolean => {
  const { by, participant, seniority, chain, direct, waitingSince, external } = order
  if (by.role !== 'participant') return by.role === 'system' || by.id !== participant
  const statesOnlyOwn = [seniority, chain, direct, waitingSince].every(
    (stated) => stated === undefined,
  )
  return by.id === participant && statesOnlyOwn && !external
}

const saysStaleThings = (order: Enrolled, cohort: OpenedCohort): boolean => {
  const person = get(cohort.people, order.participant)
  const part = person?.[order.role]
  return [
    order.seniority !== undefined && wordOn(person?.seniority, order.seniority, order.at),
    order.chain !== undefined &&
      wordOn(lineOf(person), lineIn({ chain: order.chain, direct: order.direct }), order.at),
    order.hours !== undefined && wordOn(part?.hours, order.hours, order.at),
    order.purposeAcknowledged !== undefined &&
      wordOn(part?.purpose, order.purposeAcknowledged, order.at),
  ].includes('stale')
}

/** That somebody is external states an empty chain, unless one is known: that one always counts. */
const chainOfExternal = (
  { participant }: Enrol,
  cohort: OpenedCohort,
): ReadonlyArray<ParticipantId> | undefined =>
  get(cohort.people, participant)?.chain === undefined ? [] : undefined

const decideEnrol = (order: Enrol, cohort: OpenedCohort): Decision<EnrolRefusal> => {
  if (!mayEnrol(order) || isErased(cohort, order.participant)) return notAllowed(order.by)
  const { cohort: id, ...content } = order
  const before = takenBy(cohort, order.enrolment)
  const isRepeat = before !== undefined && 'type' in before && before.type === 'Enrolled'
  const chain = isRepeat ? before.chain : chainOfExternal(order, cohort)
  const event: Enrolled = {
    ...content,
    type: 'Enrolled',
    ...(order.external && chain !== undefined && { chain }),
  }
  const repeat = answerToRepeat(cohort, order.enrolment, event)
  if (repeat !== undefined) return repeat
  if (saysStaleThings(event, cohort)) return superseded
  if (cohort.closedAt !== undefined) return refuse({ _tag: 'CohortOver', cohort: id })
  const unknown = unknownCode(cohort, 'topics', [...order.offered, ...order.sought])
  if (unknown !== undefined) return refuse(unknown)
  if (order.external && (order.chain?.length ?? 0) > 0)
    return refuse({ _tag: 'UnsoundRules', problem: 'external-with-chain' })
  if (!isSoundLine({ chain: order.chain ?? [], direct: order.direct }))
    return refuse({ _tag: 'UnsoundRules', problem: 'direct-not-above' })
  const { participant, role } = order
  return get(cohort.people, participant)?.[role].enrolment === undefined
    ? happened(event)
    : refuse({ _tag: 'AlreadyEnrolled', participant, role })
}

export const enrol: Kind<Enrol> = {
  codec: Enrol,
  roles: ['participant', 'coordinator', 'system'],
  decide: decideEnrol,
}
