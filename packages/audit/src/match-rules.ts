import type { Event, Values } from '@reverse-mentoring/core'
import { faultIf, type Fault } from './broken.ts'
import { pairIn, shareALine, type Memory } from './memory.ts'

/** INV3: the mentor is the junior of the two. */
const seniorityFaults = (
  memory: Memory,
  { mentor, mentee }: Event.Matched,
): ReadonlyArray<Fault> => {
  const junior = memory.people.get(mentor)?.seniority
  const senior = memory.people.get(mentee)?.seniority
  const inOrder = junior !== undefined && senior !== undefined && junior < senior
  return faultIf(!inOrder, 'INV3', 'the mentor is not known to be the junior of the two')
}

/** INV4: both lines are known, and neither stands above the other. */
const lineFaults = (memory: Memory, { mentor, mentee }: Event.Matched): ReadonlyArray<Fault> => {
  const unknown = [mentor, mentee].some((id) => memory.people.get(id)?.chain === undefined)
  return [
    ...faultIf(unknown, 'INV4', 'a chain is not known'),
    ...faultIf(shareALine(memory, mentor, mentee), 'INV4', 'the two are in one line'),
  ]
}

/** INV6: with this one, nobody has more live pairings than places. */
const placeFaults = (
  memory: Memory,
  id: Values.ParticipantId,
  role: Values.Role,
): ReadonlyArray<Fault> => {
  const part = memory.people.get(id)?.[role]
  const standing = part?.standing
  const capacity = standing === undefined ? 0 : (memory.enrolments.get(standing)?.capacity ?? 0)
  return faultIf((part?.live.size ?? 0) >= capacity, 'INV6', `no place for the ${role}`)
}

/** INV8: enrolled, not paused, through the gates. */
const gateFaults = (
  memory: Memory,
  id: Values.ParticipantId,
  role: Values.Role,
): ReadonlyArray<Fault> => {
  const person = memory.people.get(id)
  const standing = person?.[role].standing
  const enrolment = standing === undefined ? undefined : memory.enrolments.get(standing)
  const gates = memory.opened?.rules.gates
  if (person === undefined || enrolment === undefined || gates === undefined) {
    return [['INV8', `the ${role} is not enrolled`]]
  }
  const { briefed, purpose, hours } = person[role]
  const known = person.chain !== undefined && person.seniority !== undefined
  return [
    ...faultIf(enrolment.paused, 'INV8', `the ${role} is paused`),
    ...faultIf(!known, 'INV8', `line or seniority of the ${role} is not known`),
    ...faultIf(gates.purpose && !purpose, 'INV8', `the ${role} has not acknowledged the purpose`),
    ...faultIf(gates.briefing.includes(role) && !briefed, 'INV8', `the ${role} is not briefed`),
    ...faultIf(
      gates.hours !== undefined && (hours ?? -1) < gates.hours,
      'INV8',
      `the ${role} has not committed the hours`,
    ),
  ]
}

/** INV2 to INV8: what holds at every match. */
export const matchFaults = (memory: Memory, event: Event.CohortEvent): ReadonlyArray<Fault> => {
  if (event.type !== 'Matched') return []
  const { mentor, mentee, by } = event
  const { declaredBy, barred, refused, live, proposed } = pairIn(memory, mentor, mentee)
  return [
    ...faultIf(mentor === mentee, 'INV2', 'somebody mentors themselves'),
    ...seniorityFaults(memory, event),
    ...lineFaults(memory, event),
    ...faultIf(declaredBy.size > 0, 'INV5', 'a declared conflict stands between the two'),
    ...faultIf(barred, 'INV5', 'the pair is barred'),
    ...placeFaults(memory, mentor, 'mentor'),
    ...placeFaults(memory, mentee, 'mentee'),
    ...faultIf(live.size > 0, 'INV7', 'the two have a live pairing'),
    ...faultIf(refused, 'INV7', 'one of the two has refused the other'),
    ...faultIf(proposed && by.role === 'participant', 'INV7', 'a mentee chooses a mentor once'),
    ...gateFaults(memory, mentor, 'mentor'),
    ...gateFaults(memory, mentee, 'mentee'),
  ]
}
