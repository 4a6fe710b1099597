import { Cohort, type Command, type Values } from '@reverse-mentoring/core'
import type { Roster, RosterPerson } from '../roster.ts'
import { amendmentOf } from './amendment.ts'
import type { Stamp, SyncOptions } from './options.ts'
import type { Change } from './plan.ts'
import type { Planned } from './trial.ts'

const enrolmentOf = (
  person: RosterPerson,
  role: Values.Role,
  { participantOf, newEnrolment }: SyncOptions,
  participant: Values.ParticipantId,
): Omit<Command.Enrol, keyof Stamp> => {
  const { id, external, capacity = 1, seniority, hours, offered, sought } = person
  const idsOf = (numbers: ReadonlyArray<string>): ReadonlyArray<Values.ParticipantId> =>
    numbers.map(participantOf).filter((above) => above !== undefined)
  return {
    type: 'Enrol',
    enrolment: newEnrolment(id, role),
    participant,
    role,
    capacity,
    external,
    seniority,
    ...(person.chain !== undefined && { chain: idsOf(person.chain) }),
    ...(person.direct !== undefined && { direct: idsOf(person.direct) }),
    ...(hours !== undefined && { hours }),
    offered,
    sought,
  }
}

/** Who is new, who is stated otherwise, and about whom nothing is done. */
export interface PeopleToChange {
  readonly enrolling: ReadonlyArray<Planned>
  readonly amending: ReadonlyArray<Planned>
  readonly changes: ReadonlyArray<Change>
  readonly erased: ReadonlyArray<string>
  readonly withdrawn: ReadonlyArray<string>
}

/** Enrols who is new, and amends what is stated otherwise, of everybody who has not left. O(people). */
export const peopleToChange = (
  cohort: Cohort.Cohort,
  { people }: Roster,
  options: SyncOptions,
  stamp: Stamp,
  hasLeft: ReadonlySet<string>,
): PeopleToChange => {
  const enrolling: Array<Planned> = []
  const amending: Array<Planned> = []
  const changes: Array<Change> = []
  const erased = new Set<string>()
  const withdrawn = new Set<string>()
  for (const person of people) {
    const { id, roles } = person
    const participant = options.participantOf(id)
    if (participant === undefined) erased.add(id)
    if (participant === undefined || hasLeft.has(id)) continue
    const standing = Cohort.person(cohort, participant)
    for (const role of roles) {
      const part = standing?.[role]
      const enrolment = part?.enrolment && Cohort.enrolment(cohort, part.enrolment)
      if (enrolment) {
        const amendment = amendmentOf(person, enrolment, standing, role)
        if (amendment === undefined) continue
        const { enrolment: number } = enrolment.enrolled
        const told = { ...stamp, ...amendment.values, enrolment: number }
        amending.push({ id, command: { type: 'AmendEnrolment', ...told } })
        changes.push({ kind: 'amend', id, participant, what: amendment.what })
      } else if (part?.everEnrolled === true) withdrawn.add(id)
      else {
        const told = enrolmentOf(person, role, options, participant)
        enrolling.push({ id, command: { ...stamp, ...told } })
        changes.push({ kind: 'enrol', id, participant, what: role })
      }
    }
  }
  return { enrolling, amending, changes, erased: [...erased], withdrawn: [...withdrawn] }
}
