import { Values, type Command, type Port } from '@reverse-mentoring/core'
import type { RosterPerson } from '@reverse-mentoring/roster'
import { instantOn } from './calendar.ts'
import type { Member, Setting } from './setting.ts'

/** The command that enrols somebody as the roster describes them; what is personal stays out of it. */
export const enrolmentOf = (
  setting: Setting,
  { participant, enrolment, role, person }: Member,
  place = 0,
): Command.Enrol => {
  const { cohort, start, coordinator, participantOf } = setting
  const { capacity, external, seniority, chain, direct, hours, offered, sought } = person
  return {
    type: 'Enrol',
    cohort,
    at: Values.plusMillis(instantOn(start, 1, 390), place),
    by: coordinator,
    enrolment,
    participant,
    role,
    capacity: capacity ?? 1,
    external,
    seniority,
    ...(chain !== undefined && { chain: chain.map(participantOf) }),
    ...(direct !== undefined && { direct: direct.map(participantOf) }),
    ...(hours !== undefined && { hours }),
    offered,
    sought,
  }
}

/** What the directory keeps of somebody. */
export const profileOf = (
  participant: Values.ParticipantId,
  person: RosterPerson,
): Port.Profile => ({
  participant,
  name: person.name,
  ...(person.address !== undefined && { address: person.address }),
  attributes: person.attributes,
  identity: person.identity ?? {},
})
