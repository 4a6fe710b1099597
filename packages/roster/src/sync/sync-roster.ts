import { Cohort, type Command, type Values } from '@reverse-mentoring/core'
import type { Roster, RosterPerson } from '../roster.ts'
import { amendmentOf } from './amendment.ts'
import { lineCommands, linesToRecord } from './lines-to-record.ts'
import type { Change, SyncPlan } from './plan.ts'

/** Who sends the commands of a plan, and under which ids. */
export interface SyncOptions {
  readonly cohort: Values.CohortId
  readonly at: Values.Instant
  /** A coordinator. */
  readonly by: Values.Actor
  /** Who is behind a number of the source, managers included, as the directory tells; nobody where they were erased. */
  readonly participantOf: (id: string) => Values.ParticipantId | undefined
  /** A new id for an enrolment. */
  readonly newEnrolment: (id: string, role: Values.Role) => Values.EnrolmentId
  /** Numbers of people who are confirmed to have left, beside those whom the source marks. */
  readonly left?: ReadonlyArray<string>
}

type Stamp = Pick<Command.Command, 'cohort' | 'at' | 'by'>

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

/** Topics of the source that the cohort does not have yet. */
const newTopics = (cohort: Cohort.Cohort, { people }: Roster): ReadonlyArray<Values.Code> => {
  const known = new Set(cohort.codes.topics)
  const named = new Set(people.flatMap(({ offered, sought }) => [...offered, ...sought]))
  return [...named].filter((code) => !known.has(code))
}

const parts = <A>(all: ReadonlyArray<A>, most: number): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, n) =>
    all.slice(n * most, (n + 1) * most),
  )

/**
 * The commands that bring a running cohort up to date with a source: who is new is enrolled, what is stated otherwise is
 * amended, lines that changed are recorded, who has left is withdrawn. Of what the source leaves open nothing is changed.
 * Once they took effect, the same source gives no command. O(people + lengths of lines).
 */
export const syncRoster = (
  cohort: Cohort.Cohort,
  roster: Roster,
  options: SyncOptions,
): SyncPlan => {
  const { cohort: id, at, by, participantOf, left = [] } = options
  const stamp: Stamp = { cohort: id, at, by }
  const changes: Array<Change> = []
  const enrolling: Array<Command.Command> = []
  const amending: Array<Command.Command> = []
  const leaving: Array<Command.Command> = []
  const erased = new Set<string>()
  const withdrawn = new Set<string>()
  const hasLeft = new Set([...roster.leavers, ...left])

  for (const person of roster.people) {
    const { id, roles } = person
    const participant = participantOf(id)
    if (participant === undefined) {
      erased.add(id)
      continue
    }
    if (hasLeft.has(id)) continue
    const standing = Cohort.person(cohort, participant)
    for (const role of roles) {
      const part = standing?.[role]
      const enrolment = part?.enrolment && Cohort.enrolment(cohort, part.enrolment)
      if (enrolment) {
        const amendment = amendmentOf(person, enrolment, standing, role)
        if (amendment === undefined) continue
        amending.push({
          type: 'AmendEnrolment',
          ...stamp,
          ...amendment.values,
          enrolment: enrolment.enrolled.enrolment,
        })
        changes.push({ kind: 'amend', id, participant, what: amendment.what })
      } else if (part?.everEnrolled === true) withdrawn.add(id)
      else {
        enrolling.push({ ...stamp, ...enrolmentOf(person, role, options, participant) })
        changes.push({ kind: 'enrol', id, participant, what: role })
      }
    }
  }
  const lines = linesToRecord(cohort, roster, participantOf)
  changes.push(...lines.changes)

  for (const id of hasLeft) {
    const participant = participantOf(id)
    if (participant === undefined) continue
    const standing = Cohort.person(cohort, participant)
    for (const role of ['mentor', 'mentee'] as const) {
      const enrolment = standing?.[role].enrolment
      if (enrolment === undefined) continue
      leaving.push({ type: 'WithdrawParticipant', ...stamp, enrolment })
      changes.push({ kind: 'leave', id, participant, what: role })
    }
  }
  const named = new Set(roster.numbers.map(participantOf))
  const absent = Cohort.people(cohort).flatMap(({ participant, mentor, mentee }) =>
    named.has(participant) || (mentor.enrolment ?? mentee.enrolment) === undefined
      ? []
      : [participant],
  )
  const extending = parts(newTopics(cohort, roster), 500).map((codes): Command.Command => ({
    type: 'ExtendCodes',
    ...stamp,
    list: 'topics',
    codes,
  }))
  return {
    commands: [
      ...extending,
      ...enrolling,
      ...amending,
      ...lineCommands(lines.lines, stamp),
      ...leaving,
    ],
    changes,
    erased: [...erased],
    withdrawn: [...withdrawn],
    absent,
  }
}
