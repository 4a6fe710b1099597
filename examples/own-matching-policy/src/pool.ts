import { type Event, Matching, Values } from '@reverse-mentoring/core'
import type { Roster, RosterPerson } from '@reverse-mentoring/roster'
import type * as t from 'io-ts'

/** A roster as a policy sees it, as if everybody were enrolled and through the gates. */
export interface RosterPool {
  readonly pool: Matching.ReadingPool
  readonly nameOf: (participant: Values.ParticipantId) => string
}

/** An id that tells in which order the roster names people: nothing is recorded here, and a run can be repeated. */
const nthId = <A>(kind: t.Type<A, string>, n: number): A => {
  const id: unknown = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  if (kind.is(id)) return id
  throw new TypeError(`${String(n)} makes no ${kind.name}`)
}

/** Gives the same id for the same employee number. */
const numbering = (): ((employee: string) => Values.ParticipantId) => {
  const ids = new Map<string, Values.ParticipantId>()
  return (employee) => {
    const id = ids.get(employee) ?? nthId(Values.ParticipantId, ids.size + 1)
    ids.set(employee, id)
    return id
  }
}

const candidateOf = (
  person: RosterPerson,
  role: Values.Role,
  chain: ReadonlyArray<string>,
  idOf: (employee: string) => Values.ParticipantId,
  asOf: Values.Instant,
): Matching.Candidate => ({
  participant: idOf(person.id),
  enrolment: nthId(Values.EnrolmentId, 2 * person.line + (role === 'mentor' ? 0 : 1)),
  role,
  places: person.capacity ?? 1,
  seniority: person.seniority,
  chain: chain.map(idOf),
  ...(person.direct !== undefined && { direct: person.direct.map(idOf) }),
  external: person.external,
  offered: person.offered,
  sought: person.sought,
  waitingSince: asOf,
  attributes: person.attributes,
})

const byId = (a: { readonly participant: string }, b: { readonly participant: string }): number =>
  a.participant < b.participant ? -1 : 1

/** The pool of a roster; people whose line is unknown are not ready, as in a cohort. O(people). */
export const poolOf = (
  { people }: Roster,
  rules: ReadonlyArray<Event.MatchingRule>,
  asOf: Values.Instant,
): RosterPool => {
  const idOf = numbering()
  const names = new Map(people.map(({ id, name }) => [idOf(id), name]))
  const candidatesOf = (person: RosterPerson, chain: ReadonlyArray<string>) =>
    person.roles.map((role) => candidateOf(person, role, chain, idOf, asOf))
  const ready = people.flatMap((person) =>
    person.chain === undefined || person.capacity === 0 ? [] : candidatesOf(person, person.chain),
  )
  const notReady = people
    .filter(({ chain }) => chain === undefined)
    .flatMap(({ id, roles }) => roles.map((role) => ({ participant: idOf(id), role })))
  const identified = people.map(({ id, identity = {}, agrees = false }) => ({
    participant: idOf(id),
    identity,
    hasAgreed: agrees,
  }))
  return {
    pool: {
      mentors: ready.filter(({ role }) => role === 'mentor').sort(byId),
      mentees: ready.filter(({ role }) => role === 'mentee').sort(byId),
      notReady: notReady.sort(byId),
      locked: [],
      forbidden: [],
      mode: 'reverse',
      sameManager: 'allowed',
      rules,
      identity: Matching.readableIdentity(rules, identified),
    },
    nameOf: (participant) => names.get(participant) ?? participant,
  }
}
