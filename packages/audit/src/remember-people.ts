import type { Event, Values } from '@reverse-mentoring/core'
import {
  formalSince,
  pairIn,
  personIn,
  shareALine,
  type Memory,
  type RememberedPart,
  type RememberedPerson,
} from './memory.ts'
import { rememberEnd } from './remember-pairing.ts'

type Stated = Pick<Event.EnrolmentAmended, 'hours' | 'purposeAcknowledged' | 'seniority'>

const rememberStated = (person: RememberedPerson, part: RememberedPart, event: Stated): void => {
  part.hours = event.hours ?? part.hours
  part.purpose = event.purposeAcknowledged ?? part.purpose
  person.seniority = event.seniority ?? person.seniority
}

/** Proposals between people who are now in one line are over (INV27). */
const rememberLine = (memory: Memory, id: Values.ParticipantId, at: Values.Instant): void => {
  const { mentor, mentee } = personIn(memory, id)
  for (const live of [...mentor.live, ...mentee.live]) {
    const pairing = memory.pairings.get(live)
    if (pairing === undefined || formalSince(pairing) !== undefined) continue
    if (shareALine(memory, pairing.mentor, pairing.mentee)) rememberEnd(memory, live, at, 'line')
  }
}

const rememberEnrolled = (memory: Memory, event: Event.Enrolled): void => {
  const { enrolment, participant, role, capacity, at } = event
  if (memory.taken.has(enrolment) || memory.people.get(participant)?.erased === true) return
  const person = personIn(memory, participant)
  memory.taken.add(enrolment)
  memory.enrolments.set(enrolment, { participant, role, capacity, paused: false, over: false })
  person[role].standing = enrolment
  person[role].ever = true
  rememberStated(person, person[role], event)
  // A chain that is known always counts: that somebody is external states one only where there is none.
  const chain = event.chain ?? (event.external && person.chain === undefined ? [] : undefined)
  if (chain === undefined) return
  person.chain = chain
  person.direct = event.direct
  rememberLine(memory, participant, at)
}

const rememberAmended = (memory: Memory, event: Event.EnrolmentAmended): void => {
  const enrolment = memory.enrolments.get(event.enrolment)
  if (enrolment === undefined || enrolment.over) return
  enrolment.capacity = event.capacity ?? enrolment.capacity
  enrolment.paused = event.paused ?? enrolment.paused
  const person = personIn(memory, enrolment.participant)
  rememberStated(person, person[enrolment.role], event)
}

const rememberLeft = (memory: Memory, part: RememberedPart, at: Values.Instant): void => {
  const enrolment = part.standing === undefined ? undefined : memory.enrolments.get(part.standing)
  if (enrolment !== undefined) enrolment.over = true
  part.standing = undefined
  for (const live of [...part.live]) rememberEnd(memory, live, at, 'left')
}

const rememberErased = (
  memory: Memory,
  participant: Values.ParticipantId,
  at: Values.Instant,
): void => {
  const person = memory.people.get(participant)
  if (person === undefined) return
  person.erased = true
  if (memory.closedAt !== undefined) return
  rememberLeft(memory, person.mentor, at)
  rememberLeft(memory, person.mentee, at)
}

/** What an event tells of people, of their enrolments, and of what stands between two of them. */
export const rememberPeople = (memory: Memory, event: Event.CohortEvent): void => {
  if (event.type === 'Enrolled') rememberEnrolled(memory, event)
  if (event.type === 'EnrolmentAmended') rememberAmended(memory, event)
  if (event.type === 'ParticipantErased') rememberErased(memory, event.participant, event.at)
  if (event.type === 'BriefingCompleted' || event.type === 'ParticipantWithdrew') {
    const enrolment = memory.enrolments.get(event.enrolment)
    if (enrolment === undefined || enrolment.over) return
    const part = personIn(memory, enrolment.participant)[enrolment.role]
    if (event.type === 'BriefingCompleted') part.briefed = true
    else if (part.standing === event.enrolment) rememberLeft(memory, part, event.at)
    else enrolment.over = true
  }
  if (event.type === 'ConsentGiven' || event.type === 'ConsentWithdrawn') {
    const person = memory.people.get(event.by.id)
    const isAboutThem = event.purpose === 'outcomes' && person !== undefined
    if (isAboutThem) person.outcomes = event.type === 'ConsentGiven'
  }
  if (event.type === 'LinesRecorded') {
    const known = event.lines.filter(
      ({ participant }) => memory.people.get(participant)?.erased === false,
    )
    for (const { participant, chain, direct } of known) {
      const person = personIn(memory, participant)
      person.chain = chain
      person.direct = direct
    }
    for (const { participant } of known) rememberLine(memory, participant, event.at)
  }
  if (event.type === 'PairsBarred') {
    for (const { first, second } of event.pairs) pairIn(memory, first, second).barred = true
  }
  if (event.type === 'ConflictLifted') {
    pairIn(memory, event.by.id, event.against).declaredBy.delete(event.by.id)
  }
  if (event.type === 'ConflictDeclared') {
    const pair = pairIn(memory, event.by.id, event.against)
    pair.declaredBy.add(event.by.id)
    for (const live of [...pair.live]) rememberEnd(memory, live, event.at, 'refusal')
  }
}
