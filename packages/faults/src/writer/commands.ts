import { Command, Values } from '@reverse-mentoring/core'

/** An id of a kind, such as `e` for enrolments. */
const idOf = (kind: string, n: number): string =>
  `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const coordinator = {
  role: 'coordinator',
  id: idOf('f', 1) as Values.ParticipantId,
} as const

/** The cohorts that all writers work in. */
export const cohorts = [1, 2, 3, 4].map((n) => idOf('d', n) as Values.CohortId)

/** What opens a cohort in which nobody waits for a gate. */
export const opening = (cohort: Values.CohortId, at: Values.Instant): Command.OpenCohort => ({
  type: 'OpenCohort',
  ...{ cohort, at, by: coordinator, mode: 'reverse', terms: 1, start: at },
  programme: idOf('f', 2) as Values.ProgrammeId,
  zone: 'Europe/London' as Values.Zone,
  plannedEnd: Values.plusDays(at, 180),
  rules: { ...Command.defaultRules, gates: { purpose: false, briefing: [] } },
  codes: Command.noCodes,
})

const person = (n: number) => idOf('a', n) as Values.ParticipantId

const enrol = (n: number, role: Values.Role) => ({
  type: 'Enrol' as const,
  ...{ by: coordinator, enrolment: idOf('e', n) as Values.EnrolmentId, participant: person(n) },
  ...{ role, capacity: 1, external: false, offered: [], sought: [], chain: [] },
  seniority: role === 'mentor' ? 1 : 9,
})

/** A command as a writer gives it: its id is the same however often it is asked, and by whom. */
export interface Given {
  readonly id: Values.Uuid
  readonly command: Command.Command
}

/** The most rounds of one writer. */
const most = 100_000

/**
 * What a writer does in a round, in steps one after the other; what stands in one step is asked at the same time. Two
 * people of its own join, are proposed to each other, and agree. Each command leads to one record.
 */
export const stepsOf = (
  writer: number,
  round: number,
  now: () => Values.Instant,
): ReadonlyArray<() => ReadonlyArray<Given>> => {
  const cohort = cohorts[round % cohorts.length] ?? cohorts[0]
  if (cohort === undefined) return []
  const n = (writer * most + round) * 10
  const [mentor, mentee] = [person(n), person(n + 1)]
  const pairing = idOf('b', n) as Values.PairingId
  const given = (place: number, command: object): Given => ({
    id: idOf('c', n + place) as Values.Uuid,
    command: { ...command, cohort, at: now() } as Command.Command,
  })
  const consent = (place: number, id: Values.ParticipantId): Given =>
    given(place, {
      ...{ type: 'GiveConsent', purpose: 'pairing', pairing, terms: 1 },
      by: { role: 'participant', id },
    })
  return [
    () => [given(0, enrol(n, 'mentor')), given(1, enrol(n + 1, 'mentee'))],
    () => [given(2, { type: 'ProposePairing', by: coordinator, pairing, mentor, mentee })],
    () => [consent(3, mentee)],
    () => [consent(4, mentor)],
  ]
}
