import type { Folds } from './folds.ts'
import type {
  BriefingCompleted,
  Enrolled,
  EnrolmentAmended,
  ParticipantErased,
  ParticipantWithdrew,
} from '../event/enrolment.ts'
import type { Cohort, Enrolment, Person, RolePart } from '../state/cohort.ts'
import { restate } from '../state/dated.ts'
import type { Instant } from '../../values/instant.ts'
import type { Role } from '../../values/actor.ts'
import { endPairings, newPerson, withPart, withPerson } from './change.ts'
import { endProposalsInLine } from './relation.ts'
import { get, set } from '../state/table.ts'
import { isTaken } from '../state/taken.ts'

interface Stated {
  readonly at: Instant
  readonly hours?: Enrolled['hours']
  readonly purposeAcknowledged?: boolean
  readonly seniority?: Enrolled['seniority']
}

const gatesStated = (part: RolePart, event: Stated): Partial<RolePart> => ({
  ...(event.hours !== undefined && { hours: restate(part.hours, event.hours, event.at) }),
  ...(event.purposeAcknowledged !== undefined && {
    purpose: restate(part.purpose, event.purposeAcknowledged, event.at),
  }),
})

const seniorityStated = (person: Person, event: Stated): Person =>
  event.seniority === undefined
    ? person
    : { ...person, seniority: restate(person.seniority, event.seniority, event.at) }

/** Somebody is enrolled, and states what they state of themselves. */
const enrolled = (cohort: Cohort, event: Enrolled): Cohort => {
  const { participant, role, at } = event
  const before = get(cohort.people, participant) ?? newPerson(participant)
  if (isTaken(cohort, event.enrolment) || before.erasedAt !== undefined) return cohort
  const part = {
    enrolment: event.enrolment,
    everEnrolled: true,
    ...gatesStated(before[role], event),
  }
  const listed = { ...before, enrolments: before.enrolments.push(event.enrolment) }
  const person = seniorityStated(withPart(listed, role, part), event)
  const chain = event.chain ?? (event.external && before.chain === undefined ? [] : undefined)
  const stated =
    chain === undefined
      ? person
      : { ...person, chain: restate(person.chain, chain, at), direct: event.direct }
  const enrolment: Enrolment = {
    enrolled: event,
    capacity: { value: event.capacity, at },
    paused: undefined,
    pauseEnded: undefined,
    offered: { value: event.offered, at },
    sought: { value: event.sought, at },
    leftWaiting: undefined,
    endedAt: undefined,
  }
  const withEnrolment = {
    ...withPerson(cohort, stated),
    enrolments: set(cohort.enrolments, event.enrolment, enrolment),
  }
  return chain === undefined ? withEnrolment : endProposalsInLine(withEnrolment, participant, at)
}

/** The last word on each value counts, in the order of the stream. */
const enrolmentAmended = (cohort: Cohort, event: EnrolmentAmended): Cohort => {
  const enrolment = get(cohort.enrolments, event.enrolment)
  if (enrolment === undefined || enrolment.endedAt !== undefined) return cohort
  const { participant, role } = enrolment.enrolled
  const person = get(cohort.people, participant)
  if (person === undefined) return cohort
  const { at, capacity, paused, offered, sought } = event
  const ends = enrolment.paused?.value === true && paused === false
  const amended: Enrolment = {
    ...enrolment,
    ...(capacity !== undefined && { capacity: restate(enrolment.capacity, capacity, at) }),
    ...(paused !== undefined && { paused: restate(enrolment.paused, paused, at) }),
    ...(ends && { pauseEnded: restate(enrolment.paused, paused, at).at }),
    ...(offered !== undefined && { offered: restate(enrolment.offered, offered, at) }),
    ...(sought !== undefined && { sought: restate(enrolment.sought, sought, at) }),
  }
  const stated = seniorityStated(withPart(person, role, gatesStated(person[role], event)), event)
  return {
    ...withPerson(cohort, stated),
    enrolments: set(cohort.enrolments, event.enrolment, amended),
  }
}

const briefingCompleted = (cohort: Cohort, event: BriefingCompleted): Cohort => {
  const enrolment = get(cohort.enrolments, event.enrolment)
  if (enrolment === undefined || enrolment.endedAt !== undefined) return cohort
  const { participant, role } = enrolment.enrolled
  const person = get(cohort.people, participant)
  return person === undefined
    ? cohort
    : withPerson(cohort, withPart(person, role, { briefed: true }))
}

const leaveRole = (
  cohort: Cohort,
  person: Person,
  role: Role,
  at: Instant,
  because: 'left' | 'erased',
): Cohort => {
  const id = person[role].enrolment
  const enrolment = id === undefined ? undefined : get(cohort.enrolments, id)
  if (id === undefined || enrolment === undefined) return cohort
  const ended = endPairings(cohort, person[role].live, at, because)
  const now = get(ended.people, person.participant) ?? person
  return {
    ...withPerson(ended, withPart(now, role, { enrolment: undefined })),
    enrolments: set(ended.enrolments, id, { ...enrolment, endedAt: at }),
  }
}

/** The enrolment and its live pairings end; nobody is barred from anybody by it. */
const participantWithdrew = (cohort: Cohort, event: ParticipantWithdrew): Cohort => {
  const enrolment = get(cohort.enrolments, event.enrolment)
  if (enrolment === undefined || enrolment.endedAt !== undefined) return cohort
  const { participant, role } = enrolment.enrolled
  const person = get(cohort.people, participant)
  if (person === undefined) return cohort
  if (person[role].enrolment === event.enrolment) {
    return leaveRole(cohort, person, role, event.at, 'left')
  }
  // Another enrolment stands in its place: a history that breaks INV1.
  const left = { ...enrolment, endedAt: event.at }
  return { ...cohort, enrolments: set(cohort.enrolments, event.enrolment, left) }
}

/** Both enrolments end, and nothing by or about the person is accepted again. */
const participantErased = (cohort: Cohort, event: ParticipantErased): Cohort => {
  const person = get(cohort.people, event.participant)
  if (person === undefined || person.erasedAt !== undefined) return cohort
  if (cohort.closedAt !== undefined) return withPerson(cohort, { ...person, erasedAt: event.at })
  const asMentor = leaveRole(cohort, person, 'mentor', event.at, 'erased')
  const gone = leaveRole(asMentor, person, 'mentee', event.at, 'erased')
  return withPerson(gone, {
    ...(get(gone.people, event.participant) ?? person),
    erasedAt: event.at,
  })
}

export const enrolmentFolds = {
  Enrolled: enrolled,
  EnrolmentAmended: enrolmentAmended,
  BriefingCompleted: briefingCompleted,
  ParticipantWithdrew: participantWithdrew,
  ParticipantErased: participantErased,
} satisfies Partial<Folds>
