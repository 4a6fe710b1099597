import { Cohort } from '@reverse-mentoring/core'
import type { Day } from './calendar.ts'
import type { Deed } from './deed.ts'
import type { Member, Setting } from './setting.ts'
import type { World } from './world.ts'

/** Somebody who is enrolled, at the beginning of a day. */
export interface Someone {
  readonly setting: Setting
  readonly world: World
  readonly today: Day
  readonly member: Member
  readonly state: Cohort.Person
  /** Sessions that they were in. */
  readonly held: number
  /** Mentors who were briefed, and so can brief others. */
  readonly trainers: ReadonlyArray<Member>
}

/** What one person does for themselves on a day. */
export type Habit = (someone: Someone) => ReadonlyArray<Deed>

const heldByPairing = (cohort: Cohort.Cohort): ReadonlyMap<string, number> => {
  const held = new Map<string, number>()
  for (const { pairing, ending } of Cohort.sessions(cohort)) {
    if (ending?.type === 'SessionHeld') held.set(pairing, (held.get(pairing) ?? 0) + 1)
  }
  return held
}

const heldByPerson = (cohort: Cohort.Cohort): ReadonlyMap<string, number> => {
  const byPairing = heldByPairing(cohort)
  const held = new Map<string, number>()
  for (const { pairing, mentor, mentee } of Cohort.pairings(cohort)) {
    for (const id of [mentor, mentee])
      held.set(id, (held.get(id) ?? 0) + (byPairing.get(pairing) ?? 0))
  }
  return held
}

const briefedMentors = ({ members }: Setting, cohort: Cohort.Cohort): ReadonlyArray<Member> =>
  members.filter(({ participant }) => {
    const mentor = Cohort.person(cohort, participant)?.mentor
    return mentor?.briefed === true && mentor.enrolment !== undefined
  })

/** Everybody whose enrolment stands, in the order of the roster. */
export const everybody = (setting: Setting, world: World, today: Day): ReadonlyArray<Someone> => {
  const held = heldByPerson(world.cohort)
  const trainers = briefedMentors(setting, world.cohort)
  return setting.members.flatMap((member) => {
    const state = Cohort.person(world.cohort, member.participant)
    return state?.[member.role].enrolment === undefined
      ? []
      : [
          {
            setting,
            world,
            today,
            member,
            state,
            held: held.get(member.participant) ?? 0,
            trainers,
          },
        ]
  })
}
