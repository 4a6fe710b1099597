import type { Cohort, Enrolment, Person } from '../cohort/state/cohort.ts'
import { missingGates, type Gate } from '../cohort/state/ready.ts'
import type { Role } from '../values/actor.ts'
import type { Code } from '../values/code.ts'
import { EnrolmentId, type ParticipantId } from '../values/id.ts'
import type { Instant } from '../values/instant.ts'
import { touchedPeople } from './touched.ts'
import { asIfOpen, type View, type ViewHeader } from './view.ts'
import { get, keysOf } from '../cohort/state/table.ts'

/** One enrolment, as those who run the cohort see it. */
export interface RosterRow {
  readonly enrolment: EnrolmentId
  readonly participant: ParticipantId
  readonly role: Role
  readonly external: boolean
  readonly seniority?: number
  readonly offered: ReadonlyArray<Code>
  readonly sought: ReadonlyArray<Code>
  readonly capacity: number
  /** Live pairings in this role, proposed ones among them. */
  readonly inUse: number
  readonly paused: boolean
  readonly enrolledAt: Instant
  readonly leftAt?: Instant
  /** What is still missing before a match. */
  readonly missing: ReadonlyArray<Gate>
  /** Since when somebody without a pairing waits; absent for who has one, or has left. */
  readonly waitingSince?: Instant
}

const rosterRow = (cohort: Cohort, enrolment: Enrolment, person: Person): RosterRow => {
  const { enrolled, endedAt } = enrolment
  const { role } = enrolled
  const stands = endedAt === undefined
  const inUse = stands ? person[role].live.size : 0
  return {
    enrolment: enrolled.enrolment,
    participant: enrolled.participant,
    role,
    external: enrolled.external,
    ...(person.seniority !== undefined && { seniority: person.seniority.value }),
    offered: enrolment.offered.value,
    sought: enrolment.sought.value,
    capacity: enrolment.capacity.value,
    inUse,
    paused: enrolment.paused?.value === true,
    enrolledAt: enrolled.at,
    ...(endedAt !== undefined && { leftAt: endedAt }),
    missing: stands ? missingGates(asIfOpen(cohort), person, role) : [],
    ...(stands && inUse === 0 && { waitingSince: enrolled.waitingSince ?? enrolled.at }),
  }
}

/** Every enrolment of the cohort, by enrolment id; its rows with `waitingSince` are the waiting list. */
export const cohortRoster: View<'coordinator', RosterRow> = {
  name: 'cohort-roster-1',
  audience: ['coordinator'],
  touched: (event, before, after) =>
    touchedPeople(event, before, after).flatMap((id) => [
      // Past enrolments too: their rows show what is known of the person now, and go with an erasure.
      ...(get(after.people, id)?.enrolments ?? []),
    ]),
  row: (key, cohort) => {
    const enrolment = EnrolmentId.is(key) ? get(cohort.enrolments, key) : undefined
    const person =
      enrolment === undefined ? undefined : get(cohort.people, enrolment.enrolled.participant)
    return enrolment === undefined || person === undefined || person.erasedAt !== undefined
      ? undefined
      : rosterRow(cohort, enrolment, person)
  },
  keys: (cohort) => [...keysOf(cohort.enrolments)].sort(),
}

/** A row as it stands: after a close nobody waits and nothing is missing. */
export const showEnrolment = (row: RosterRow, { closedAt }: ViewHeader): RosterRow => {
  if (closedAt === undefined) return row
  const { waitingSince: _waitingSince, ...rest } = row
  return { ...rest, inUse: 0, missing: [] }
}

/** Who waits for a pairing, longest first; equally long ones by enrolment id. */
export const waitingList = (rows: Iterable<RosterRow>): ReadonlyArray<RosterRow> =>
  [...rows]
    .filter(({ waitingSince }) => waitingSince !== undefined)
    .sort((a, b) => {
      const [first, second] = [a.waitingSince ?? '', b.waitingSince ?? '']
      return first < second || (first === second && a.enrolment < b.enrolment) ? -1 : 1
    })
