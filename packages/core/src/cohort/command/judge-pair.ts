import type { Role } from '../../values/actor.ts'
import type { ParticipantId } from '../../values/id.ts'
import { isAdmissible } from '../state/admissible.ts'
import type { Cohort, Person } from '../state/cohort.ts'
import { freePlaces, missingGates } from '../state/ready.ts'
import type { NoPlace, NotAdmissible, NotReady } from './refusal.ts'
import { get } from '../state/table.ts'

interface Party {
  readonly participant: ParticipantId
  readonly person: Person | undefined
  readonly role: Role
}

/** Why two people cannot be matched now, if they cannot: gates first, then places, then all that is private (INV2–8). */
export const judgePair = (
  cohort: Cohort,
  mentor: ParticipantId,
  mentee: ParticipantId,
): NotReady | NoPlace | NotAdmissible | undefined => {
  const junior = get(cohort.people, mentor)
  const senior = get(cohort.people, mentee)
  const parties: ReadonlyArray<Party> = [
    { participant: mentor, person: junior, role: 'mentor' },
    { participant: mentee, person: senior, role: 'mentee' },
  ]
  for (const { participant, person, role } of parties) {
    const missing = missingGates(cohort, person, role)
    if (missing.length > 0) return { _tag: 'NotReady', participant, role, missing }
  }
  for (const { participant, person, role } of parties) {
    if (freePlaces(cohort, person, role) <= 0) return { _tag: 'NoPlace', participant, role }
  }
  return junior !== undefined && senior !== undefined && isAdmissible(cohort, junior, senior)
    ? undefined
    : { _tag: 'NotAdmissible', mentor, mentee }
}
