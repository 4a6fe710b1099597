import type { Matching, Values } from '@reverse-mentoring/core'
import { numbering } from '../measure/attribute.ts'
import type { People } from '../measure/people.ts'
import type { Narrow } from './narrow.ts'

/** INV3: the junior mentors the senior. */
const junior = ({ mentors, mentees }: People): Narrow => {
  const theirs = Int32Array.from(mentors, ({ seniority }) => seniority)
  const own = Int32Array.from(mentees, ({ seniority }) => seniority)
  return (mentee, list, count) => {
    const seniority = own[mentee] ?? 0
    let kept = 0
    for (let at = 0; at < count; at += 1) {
      const mentor = list[at] ?? 0
      list[kept] = mentor
      kept += (theirs[mentor] ?? 0) < seniority ? 1 : 0
    }
    return kept
  }
}

/** INV4, where the cohort forbids it: no direct manager of both. O(direct managers) for each mentor. */
const otherManager = ({ mentors, mentees }: People): Narrow => {
  const number = numbering()
  const managersOf = ({ chain, direct }: Matching.Candidate): ReadonlyArray<number> =>
    (direct ?? chain.slice(0, 1)).map(number.of)
  const theirs = mentors.map(managersOf)
  const own = mentees.map(managersOf)
  const isOwn = new Uint8Array(number.words().length)
  return (mentee, list, count) => {
    const managers = own[mentee] ?? []
    if (managers.length === 0) return count
    for (const manager of managers) isOwn[manager] = 1
    let kept = 0
    for (let at = 0; at < count; at += 1) {
      const mentor = list[at] ?? 0
      list[kept] = mentor
      const shares = theirs[mentor]?.some((manager) => isOwn[manager] === 1) === true
      kept += shares ? 0 : 1
    }
    for (const manager of managers) isOwn[manager] = 0
    return kept
  }
}

/** The mentors whom each mentee cannot have: themselves, their line, and who is forbidden or theirs already. */
const exceptionsOf = ({ mentors, mentees, pool }: People): ReadonlyArray<ReadonlyArray<number>> => {
  const mentorAt = new Map(mentors.map(({ participant }, i) => [participant, i]))
  const menteeAt = new Map(mentees.map(({ participant }, i) => [participant, i]))
  const exceptions = mentees.map((): Array<number> => [])
  const except = (mentor: Values.ParticipantId, mentee: Values.ParticipantId): void => {
    const [of, who] = [menteeAt.get(mentee), mentorAt.get(mentor)]
    if (of !== undefined && who !== undefined) exceptions[of]?.push(who)
  }
  for (const { participant, chain } of mentees) {
    except(participant, participant)
    for (const manager of chain) except(manager, participant)
  }
  for (const { participant, chain } of mentors)
    for (const manager of chain) except(participant, manager)
  for (const { first, second } of pool.forbidden) {
    except(first, second)
    except(second, first)
  }
  for (const { mentor, mentee } of pool.locked) {
    except(mentor, mentee)
    except(mentee, mentor)
  }
  return exceptions
}

/** INV2, 4, 5 and 7. */
const noException = (people: People): Narrow => {
  const exceptions = exceptionsOf(people)
  const isExcept = new Uint8Array(people.mentors.length)
  return (mentee, list, count) => {
    const own = exceptions[mentee] ?? []
    if (own.length === 0) return count
    for (const mentor of own) isExcept[mentor] = 1
    let kept = 0
    for (let at = 0; at < count; at += 1) {
      const mentor = list[at] ?? 0
      list[kept] = mentor
      kept += 1 - (isExcept[mentor] ?? 0)
    }
    for (const mentor of own) isExcept[mentor] = 0
    return kept
  }
}

/** The rules of every run, which no policy can switch off (INV2–5 and 7; places and gates are the pool's). */
export const domainRules = (people: People): ReadonlyArray<Narrow> => [
  junior(people),
  noException(people),
  ...(people.pool.sameManager === 'forbidden' ? [otherManager(people)] : []),
]
