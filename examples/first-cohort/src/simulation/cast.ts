import type { Values } from '@reverse-mentoring/core'
import { shuffled, type Chance } from './chance.ts'

/** Who plays a part that only few have; the seed decides. */
export interface Cast<A> {
  /** The first mentors whom the coordinator trains; they train the rest. */
  readonly trainers: ReadonlyArray<A>
  /** Who finds time for the briefing only after the first matching: one person in twenty. */
  readonly latecomers: ReadonlySet<A>
  /** One of the senior people knows with whom it would not work. */
  readonly declarer: A | undefined
  readonly declaredAgainst: A | undefined
  /** One person will raise a concern. */
  readonly worried: A | undefined
}

interface Somebody {
  readonly enrolment: string
  readonly role: Values.Role
}

export const castOf = <A extends Somebody>(members: ReadonlyArray<A>, chance: Chance): Cast<A> => {
  const lot = (part: string, from: ReadonlyArray<A>): ReadonlyArray<A> =>
    shuffled(from, ({ enrolment }) => chance(part, enrolment))
  const mentors = members.filter(({ role }) => role === 'mentor')
  const trainers = lot('trainer', mentors).slice(0, 3)
  const others = members.filter((member) => !trainers.includes(member))
  const mentees = members.filter(({ role }) => role === 'mentee')
  return {
    trainers,
    latecomers: new Set(lot('latecomer', others).slice(0, Math.floor(members.length / 20))),
    declarer: lot('declares', mentees)[0],
    declaredAgainst: lot('declared against', mentors)[0],
    worried: lot('worries', members)[0],
  }
}
