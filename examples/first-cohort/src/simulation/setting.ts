import { Values, type Command, type Port } from '@reverse-mentoring/core'
import type { Roster, RosterPerson } from '@reverse-mentoring/roster'
import type { Day } from './calendar.ts'
import { castOf, type Cast } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { idsOf, type Ids } from './ids.ts'

/** Somebody of the roster in one of their roles, under the ids that the log knows. */
export interface Member {
  readonly participant: Values.ParticipantId
  readonly enrolment: Values.EnrolmentId
  readonly role: Values.Role
  readonly person: RosterPerson
}

/** All that a run depends on and that never changes. */
export interface Setting {
  readonly seed: number
  readonly chance: Chance
  readonly ids: Ids
  readonly cohort: Values.CohortId
  /** Midnight (UTC) of the first day. */
  readonly start: Values.Instant
  readonly plannedEnd: Values.Instant
  readonly coordinator: Values.Actor
  readonly system: Values.Actor
  readonly policy: Port.MatchingPolicy
  readonly topics: Roster['topics']
  readonly members: ReadonlyArray<Member>
  readonly cast: Cast<Member>
  /** The id of whoever has an employee number, also of managers who do not take part. */
  readonly participantOf: (number: string) => Values.ParticipantId
}

/** How long the cohort is meant to run: 26 weeks. */
export const cohortDays: Day = 182

/** Every number of the roster in the order in which it first appears: ids come from places, not from numbers. */
const placesOf = (people: ReadonlyArray<RosterPerson>): ReadonlyMap<string, number> => {
  const numbers = [...people.map(({ id }) => id), ...people.flatMap(({ chain }) => chain ?? [])]
  return new Map([...new Set(numbers)].map((number, place) => [number, place]))
}

export const settingOf = (options: {
  readonly seed: number
  readonly start: Values.Instant
  readonly roster: Pick<Roster, 'people' | 'topics'>
  readonly policy: Port.MatchingPolicy
}): Setting => {
  const { seed, start, roster, policy } = options
  const ids = idsOf(seed)
  const places = placesOf(roster.people)
  const participantOf = (number: string): Values.ParticipantId =>
    ids.of(Values.ParticipantId, places.get(number) ?? -1)
  const chance = chanceOf(seed)
  const members = roster.people.flatMap((person): ReadonlyArray<Member> => {
    const place = places.get(person.id) ?? -1
    const participant = participantOf(person.id)
    return person.roles.map((role, nth) => ({
      participant,
      enrolment: ids.of(Values.EnrolmentId, place, ...(nth === 0 ? [] : [role])),
      role,
      person,
    }))
  })
  return {
    seed,
    chance,
    ids,
    cohort: ids.of(Values.CohortId),
    start,
    plannedEnd: Values.plusDays(start, cohortDays),
    coordinator: { role: 'coordinator', id: ids.of(Values.ParticipantId, 'coordinator') },
    system: { role: 'system', id: ids.of(Values.ParticipantId, 'system') },
    policy,
    topics: roster.topics,
    members,
    cast: castOf(members, chance),
    participantOf,
  }
}

/** Where a command goes, when it is said, and by whom. */
export type Stamp = Pick<Command.Command, 'cohort' | 'at' | 'by'>

/** Somebody speaks for themselves. */
export const self = (id: Values.ParticipantId): Values.Actor => ({ role: 'participant', id })

/** Somebody says something at some moment of the working day, from 08:30 to 17:30 (UTC). */
export const said = (
  { chance, cohort, start }: Setting,
  day: Day,
  by: Values.Actor,
  ...about: ReadonlyArray<string | number>
): Stamp => {
  const moment = Math.floor(chance('moment', day, by.id, ...about) * 9 * Values.HOUR)
  return { cohort, by, at: Values.plusMillis(start, day * Values.DAY + 8.5 * Values.HOUR + moment) }
}
