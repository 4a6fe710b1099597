import type * as t from 'io-ts'
import type { Role } from '../../values/actor.ts'
import { word } from '../../values/word.ts'
import type { Cohort, Person } from './cohort.ts'
import { standingEnrolment } from './find.ts'

/** What keeps somebody from being matched in a role. */
export const Gate = word('enrolment', 'pause', 'line', 'seniority', 'purpose', 'briefing', 'hours')
export type Gate = t.TypeOf<typeof Gate>

/** What somebody still lacks to be matched in a role; empty for who is ready. Line and seniority are always asked. */
export const missingGates = (
  cohort: Cohort,
  person: Person | undefined,
  role: Role,
): ReadonlyArray<Gate> => {
  const enrolment = standingEnrolment(cohort, person, role)
  const gates = cohort.opened?.rules.gates
  if (enrolment === undefined || person === undefined || gates === undefined) return ['enrolment']
  const part = person[role]
  const lacks: Readonly<Record<Gate, boolean>> = {
    enrolment: false,
    pause: enrolment.paused?.value === true,
    line: person.chain === undefined,
    seniority: person.seniority === undefined,
    purpose: gates.purpose && part.purpose?.value !== true,
    briefing: gates.briefing.includes(role) && !part.briefed,
    hours: gates.hours !== undefined && (part.hours?.value ?? -1) < gates.hours,
  }
  return allGates.filter((gate) => lacks[gate])
}

const allGates: ReadonlyArray<Gate> = ['pause', 'line', 'seniority', 'purpose', 'briefing', 'hours']

/** How many more live pairings somebody can have in a role. */
export const freePlaces = (cohort: Cohort, person: Person | undefined, role: Role): number => {
  const enrolment = standingEnrolment(cohort, person, role)
  return enrolment === undefined || person === undefined
    ? 0
    : enrolment.capacity.value - person[role].live.size
}
