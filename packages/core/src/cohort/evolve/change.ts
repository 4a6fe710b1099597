import { List, Set } from 'immutable'
import type { Role } from '../../values/actor.ts'
import type { PairingId, ParticipantId } from '../../values/id.ts'
import type { Instant } from '../../values/instant.ts'
import type { Claim, Cohort, EndCause, Pair, Pairing, Person, RolePart } from '../state/cohort.ts'
import { findPair } from '../state/find.ts'
import { pairKey } from '../state/pair-key.ts'
import { get, set } from '../state/table.ts'

const noPart: RolePart = {
  enrolment: undefined,
  everEnrolled: false,
  briefed: false,
  purpose: undefined,
  hours: undefined,
  live: Set(),
}

/** Somebody who was not here before. */
export const newPerson = (participant: ParticipantId): Person => ({
  participant,
  enrolments: List(),
  seniority: undefined,
  chain: undefined,
  direct: undefined,
  erasedAt: undefined,
  mentor: noPart,
  mentee: noPart,
  purposes: {},
})

export const withPerson = (cohort: Cohort, person: Person): Cohort => ({
  ...cohort,
  people: set(cohort.people, person.participant, person),
})

/** The person with one role's part changed. */
export const withPart = (person: Person, role: Role, part: Partial<RolePart>): Person =>
  role === 'mentor'
    ? { ...person, mentor: { ...person.mentor, ...part } }
    : { ...person, mentee: { ...person.mentee, ...part } }

export const withPair = (
  cohort: Cohort,
  a: ParticipantId,
  b: ParticipantId,
  change: Partial<Pair>,
): Cohort => ({
  ...cohort,
  pairs: set(cohort.pairs, pairKey(a, b), { ...findPair(cohort, a, b), ...change }),
})

/** One proposal more, or one less, of those that were made at an instant and await an answer. */
const counted = (
  awaiting: Cohort['awaiting'],
  { matched }: Pairing,
  more: 1 | -1,
): Cohort['awaiting'] => {
  const count = (awaiting.get(matched.at) ?? 0) + more
  return count === 0 ? awaiting.remove(matched.at) : awaiting.set(matched.at, count)
}

/** The pairing is as it is from now on. */
export const withPairing = (cohort: Cohort, pairing: Pairing): Cohort => {
  const before = get(cohort.pairings, pairing.pairing)
  const pairings = set(cohort.pairings, pairing.pairing, pairing)
  const [awaited, awaits] = [before?._tag === 'Proposed', pairing._tag === 'Proposed']
  return awaited === awaits
    ? { ...cohort, pairings }
    : { ...cohort, pairings, awaiting: counted(cohort.awaiting, pairing, awaits ? 1 : -1) }
}

/** The id is the event's from now on. */
export const claimed = (cohort: Cohort, id: string, claim: Claim): Cohort => ({
  ...cohort,
  claims: set(cohort.claims, id, claim),
})

const released = (
  cohort: Cohort,
  participant: ParticipantId,
  role: Role,
  id: PairingId,
): Cohort => {
  const person = get(cohort.people, participant)
  if (person === undefined) return cohort
  return withPerson(cohort, withPart(person, role, { live: person[role].live.remove(id) }))
}

/** The pairing is over, if it lived: both places are free again. */
export const endPairing = (
  cohort: Cohort,
  id: PairingId,
  at: Instant,
  because: EndCause,
): Cohort => {
  const pairing = get(cohort.pairings, id)
  if (pairing === undefined || pairing._tag === 'Ended') return cohort
  const { mentor, mentee } = pairing
  const formalAt = pairing._tag === 'Formal' ? pairing.formalAt : undefined
  const ended = withPairing(cohort, { ...pairing, _tag: 'Ended', formalAt, at, because })
  const refused = because === 'refused' || because === 'withdrawn' || because === 'declared'
  const apart = withPair(
    ended,
    mentor,
    mentee,
    refused ? { live: undefined, refused } : { live: undefined },
  )
  return released(released(apart, mentor, 'mentor', id), mentee, 'mentee', id)
}

/** All of these are over. */
export const endPairings = (
  cohort: Cohort,
  ids: Iterable<PairingId>,
  at: Instant,
  because: EndCause,
): Cohort => {
  let after = cohort
  for (const id of ids) after = endPairing(after, id, at, because)
  return after
}
