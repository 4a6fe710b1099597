import type { CohortId, EnrolmentId, ParticipantId } from '../values/id.ts'
import type { Actor, Role } from '../values/actor.ts'
import type { Instant } from '../values/instant.ts'
import type { Enrol } from './command/enrol.ts'
import type { BarredPair } from './event/relation.ts'
import type { CandidateNominated } from './event/exchange.ts'
import type { Cohort, Enrolment, Person } from './state/cohort.ts'
import { pairs as known } from './read.ts'
import { isExternal } from './state/external.ts'
import { get, valuesOf } from './state/table.ts'

/** What an earlier cohort gives the next one of its programme. */
export interface HandedOver {
  /** Enrols who was in no formal pairing, with `waitingSince`. */
  readonly enrol: ReadonlyArray<Enrol>
  /** Pairs that said no, or are in conflict: without a cause. */
  readonly barred: ReadonlyArray<BarredPair>
  readonly nominations: ReadonlyArray<Pick<CandidateNominated, 'candidate' | 'role'>>
}

/** Where the next cohort's commands go and who says them. */
export interface NextCohort {
  readonly cohort: CohortId
  readonly at: Instant
  readonly by: Actor
  readonly enrolmentId: (participant: ParticipantId, role: Role) => EnrolmentId
}

/** Who is in a formal pairing, or was at the close, as `<participant> <role>`. */
const paired = (cohort: Cohort): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const pairing of valuesOf(cohort.pairings)) {
    if (pairing._tag !== 'Formal') continue
    found.add(`${pairing.mentor} mentor`).add(`${pairing.mentee} mentee`)
  }
  return found
}

const enrolAgain = (
  { cohort, at, by, enrolmentId }: NextCohort,
  enrolment: Enrolment,
  person: Person,
  isErased: (id: ParticipantId) => boolean,
): Enrol => {
  const { enrolled, capacity, offered, sought } = enrolment
  const { seniority, chain, direct } = person
  const left = (above: ReadonlyArray<ParticipantId>): ReadonlyArray<ParticipantId> =>
    above.filter((one) => !isErased(one))
  const external = isExternal(enrolment, person)
  return {
    type: 'Enrol',
    cohort,
    at,
    by,
    enrolment: enrolmentId(enrolled.participant, enrolled.role),
    participant: enrolled.participant,
    role: enrolled.role,
    capacity: capacity.value,
    external,
    offered: offered.value,
    sought: sought.value,
    waitingSince: enrolled.waitingSince ?? enrolled.at,
    ...(seniority !== undefined && { seniority: seniority.value }),
    ...(chain !== undefined &&
      !external && {
        chain: left(chain.value),
        ...(direct !== undefined && { direct: left(direct) }),
      }),
  }
}

const barredPairs = (cohort: Cohort): ReadonlyArray<BarredPair> => {
  const pairs: Array<BarredPair> = []
  for (const { first, second, barred, refused, declared } of known(cohort)) {
    const inConflict = Object.values(declared).some(({ value }) => value)
    if (first !== second && (barred || refused || inConflict)) pairs.push({ first, second })
  }
  return pairs.sort((a, b) => (a.first + a.second < b.first + b.second ? -1 : 1))
}

/**
 * What a cohort gives to the next one: the standing enrolments that were in no formal pairing at the close, the barred
 * pairs, the nominations. Erased people are in none of it. Ordered by id. O(n log n).
 */
export const handOver = (previous: Cohort, next: NextCohort): HandedOver => {
  const isErased = (id: ParticipantId) => get(previous.people, id)?.erasedAt !== undefined
  const enrol: Array<Enrol> = []
  const hasBeenPaired = paired(previous)
  const nominations: Array<Pick<CandidateNominated, 'candidate' | 'role'>> = []
  for (const enrolment of valuesOf(previous.enrolments)) {
    const { participant, role } = enrolment.enrolled
    const person = get(previous.people, participant)
    if (person === undefined || person.erasedAt !== undefined) continue
    if (enrolment.endedAt !== undefined || hasBeenPaired.has(`${participant} ${role}`)) continue
    enrol.push(enrolAgain(next, enrolment, person, isErased))
  }
  for (const claim of valuesOf(previous.claims)) {
    if (claim.type !== 'CandidateNominated') continue
    if (isErased(claim.candidate)) continue
    nominations.push({ candidate: claim.candidate, role: claim.role })
  }
  return {
    enrol: enrol.sort((a, b) => (a.participant + a.role < b.participant + b.role ? -1 : 1)),
    barred: barredPairs(previous).filter(
      ({ first, second }) => !isErased(first) && !isErased(second),
    ),
    nominations: nominations.sort((a, b) => (a.candidate + a.role < b.candidate + b.role ? -1 : 1)),
  }
}
