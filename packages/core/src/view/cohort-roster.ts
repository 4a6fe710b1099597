import * as t from 'io-ts'
import type { Cohort, Enrolment, Person } from '../cohort/state/cohort.ts'
import { isExternal } from '../cohort/state/external.ts'
import { UnmatchedReason } from '../cohort/event/pairing.ts'
import { Gate, missingGates } from '../cohort/state/ready.ts'
import { Role } from '../values/actor.ts'
import { Code } from '../values/code.ts'
import { fields } from '../values/fields.ts'
import { list } from '../values/list.ts'
import type { Plain } from '../values/plain.ts'
import { EnrolmentId, ParticipantId } from '../values/id.ts'
import { Instant } from '../values/instant.ts'
import { Capacity, Count, Seniority } from '../values/number.ts'
import { placeOfCohort } from './place.ts'
import { touchedPeople } from './touched.ts'
import { asIfOpen, type Frame, type View } from './view.ts'
import { get, keysOf } from '../cohort/state/table.ts'

const leftWaiting = fields(
  { at: Instant, reason: UnmatchedReason },
  // Which limit was reached.
  { limit: Code },
  'LeftWaiting',
)

/** Why the last run that met somebody waiting left them so: one word for a line, a conflict, a bar and an earlier no (INV36). */
export interface LeftWaiting extends Plain<t.TypeOf<typeof leftWaiting>> {}
export const LeftWaiting: t.Type<LeftWaiting> = leftWaiting

/** One enrolment, as those who run the cohort see it. */
export const RosterRow = fields(
  {
    enrolment: EnrolmentId,
    participant: ParticipantId,
    role: Role,
    external: t.boolean,
    offered: list(Code),
    sought: list(Code),
    capacity: Capacity,
    /** Live pairings in this role, proposed ones among them. */
    inUse: Count,
    paused: t.boolean,
    enrolledAt: Instant,
    /** What is still missing before a match. */
    missing: list(Gate),
  },
  {
    seniority: Seniority,
    leftAt: Instant,
    /** Since when somebody without a pairing waits; absent for who has one, or has left. */
    waitingSince: Instant,
    /** Of who waits, and was not proposed to anybody since. */
    leftWaiting: LeftWaiting,
  },
  'RosterRow',
)
export interface RosterRow extends Plain<t.TypeOf<typeof RosterRow>> {}

const waiting = ({ enrolled, leftWaiting }: Enrolment): Partial<RosterRow> => ({
  waitingSince: enrolled.waitingSince ?? enrolled.at,
  ...(leftWaiting !== undefined && { leftWaiting }),
})

const rosterRow = (cohort: Cohort, enrolment: Enrolment, person: Person): RosterRow => {
  const { enrolled, endedAt } = enrolment
  const { role } = enrolled
  const stands = endedAt === undefined
  const inUse = stands ? person[role].live.size : 0
  return {
    enrolment: enrolled.enrolment,
    participant: enrolled.participant,
    role,
    external: isExternal(enrolment, person),
    ...(person.seniority !== undefined && { seniority: person.seniority.value }),
    offered: enrolment.offered.value,
    sought: enrolment.sought.value,
    capacity: enrolment.capacity.value,
    inUse,
    paused: enrolment.paused?.value === true,
    enrolledAt: enrolled.at,
    ...(endedAt !== undefined && { leftAt: endedAt }),
    missing: stands ? missingGates(asIfOpen(cohort), person, role) : [],
    ...(stands && inUse === 0 && waiting(enrolment)),
  }
}

/** Every enrolment of the cohort, by enrolment id; its rows with `waitingSince` are the waiting list. */
export const cohortRoster: View<'coordinator', RosterRow> = {
  name: 'cohort-roster-3',
  audience: ['coordinator'],
  codec: RosterRow,
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
  places: (_row, key, cohort) => [{ place: placeOfCohort(cohort), key }],
}

/** A row as it stands: after a close nobody waits and nothing is missing. */
export const showEnrolment = (row: RosterRow, { closedAt }: Frame): RosterRow => {
  if (closedAt === undefined) return row
  const { waitingSince: _since, leftWaiting: _why, ...rest } = row
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
