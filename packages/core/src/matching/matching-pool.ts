import { isExternal } from '../cohort/state/external.ts'
import { isForbidden } from '../cohort/state/admissible.ts'
import type { Cohort, Person } from '../cohort/state/cohort.ts'
import { standingEnrolment } from '../cohort/state/find.ts'
import { freePlaces, missingGates } from '../cohort/state/ready.ts'
import type { Profile } from '../port/directory.ts'
import type { Role } from '../values/actor.ts'
import type { ParticipantId } from '../values/id.ts'
import type {
  Candidate,
  ForbiddenPair,
  LockedPair,
  NotReadyCandidate,
  ReadingPool,
} from './pool.ts'
import { pairs as knownPairs } from '../cohort/read.ts'
import { valuesOf } from '../cohort/state/table.ts'
import { readableIdentity } from './readable-identity.ts'

/** What the directory knows of people, as far as a policy may see it. */
export type AttributesOf = ReadonlyMap<ParticipantId, Pick<Profile, 'attributes' | 'identity'>>

const candidate = (
  cohort: Cohort,
  person: Person,
  role: Role,
  known: AttributesOf,
): Candidate | undefined => {
  const enrolment = standingEnrolment(cohort, person, role)
  const places = freePlaces(cohort, person, role)
  if (enrolment === undefined || places <= 0) return undefined
  if (person.seniority === undefined || person.chain === undefined) return undefined
  return {
    participant: person.participant,
    enrolment: enrolment.enrolled.enrolment,
    role,
    places,
    seniority: person.seniority.value,
    chain: person.chain.value,
    ...(person.direct !== undefined && { direct: person.direct }),
    external: isExternal(enrolment, person),
    offered: enrolment.offered.value,
    sought: enrolment.sought.value,
    waitingSince: enrolment.enrolled.waitingSince ?? enrolment.enrolled.at,
    attributes: known.get(person.participant)?.attributes ?? {},
  }
}

const forbiddenPairs = (cohort: Cohort, isInPool: (id: ParticipantId) => boolean) => {
  const pairs: Array<ForbiddenPair> = []
  for (const known of knownPairs(cohort)) {
    const { first, second } = known
    if (isForbidden(known) && isInPool(first) && isInPool(second)) pairs.push({ first, second })
  }
  return pairs.sort((a, b) => (a.first + a.second < b.first + b.second ? -1 : 1))
}

const lockedPairs = (cohort: Cohort): ReadonlyArray<LockedPair> =>
  [...valuesOf(cohort.pairings)]
    .filter(({ _tag }) => cohort.closedAt === undefined && _tag !== 'Ended')
    .map(({ mentor, mentee }) => ({ mentor, mentee }))
    .sort((a, b) => (a.mentee + a.mentor < b.mentee + b.mentor ? -1 : 1))

/**
 * The matching pool: who can be matched now, who cannot yet, and which pairs are not to be. A function of the cohort's
 * state and the directory's attributes; in the order of the ids. It holds the identity that any recorded rule may read:
 * `poolFor` makes of it what one policy may see. O(n log n).
 */
export const matchingPool = (cohort: Cohort, known: AttributesOf): ReadingPool => {
  const mentors: Array<Candidate> = []
  const mentees: Array<Candidate> = []
  const notReady: Array<NotReadyCandidate> = []
  const people = [...valuesOf(cohort.people)].sort((a, b) =>
    a.participant < b.participant ? -1 : 1,
  )
  for (const person of people) {
    for (const role of ['mentor', 'mentee'] as const) {
      if (standingEnrolment(cohort, person, role) === undefined) continue
      if (missingGates(cohort, person, role).length > 0) {
        notReady.push({ participant: person.participant, role })
        continue
      }
      const ready = candidate(cohort, person, role, known)
      if (ready !== undefined) (role === 'mentor' ? mentors : mentees).push(ready)
    }
  }
  const inPool = new Set([...mentors, ...mentees].map(({ participant }) => participant))
  const rules = cohort.opened?.codes.rules ?? []
  const identified = people
    .filter(({ participant }) => inPool.has(participant))
    .map(({ participant, purposes }) => ({
      participant,
      identity: known.get(participant)?.identity ?? {},
      hasAgreed: purposes.identityMatching?.standing === true,
    }))
  return {
    mentors,
    mentees,
    notReady,
    locked: lockedPairs(cohort),
    forbidden: forbiddenPairs(cohort, (id) => inPool.has(id)),
    mode: cohort.opened?.mode ?? 'reverse',
    sameManager: cohort.opened?.rules.sameManager ?? 'allowed',
    rules,
    identity: readableIdentity(rules, identified),
  }
}
