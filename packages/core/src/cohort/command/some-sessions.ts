import type { Actor, Role } from '../../values/actor.ts'
import { described } from '../../values/described.ts'
import { fields } from '../../values/fields.ts'
import type { Plain } from '../../values/plain.ts'
import type { MeetingId } from '../../values/id.ts'
import { PairingId, SessionId } from '../../values/id.ts'
import * as t from 'io-ts'
import { pairingKnownTo } from '../state/asked.ts'
import type { Pairing } from '../state/cohort.ts'
import { actingParty } from '../state/find.ts'
import type { OpenedCohort } from './decision.ts'
import { get } from '../state/table.ts'
import type { NotAllowed, UnknownPairing } from './refusal.ts'

const sessionOf = fields({ session: SessionId, pairing: PairingId }, {}, 'SessionOf')

/** One pairing's session in a command that may be about several pairings in one room. */
export interface SessionOf extends Plain<t.TypeOf<typeof sessionOf>> {}
export const SessionOf: t.Type<SessionOf> = sessionOf

/** The list of a command's sessions: one, or several that share a meeting. */
export const SomeSessions = described(
  t.refinement(
    t.readonlyArray(SessionOf),
    (sessions) =>
      sessions.length > 0 &&
      sessions.length <= 100 &&
      new Set(sessions.map(({ session }) => session)).size === sessions.length &&
      new Set(sessions.map(({ pairing }) => pairing)).size === sessions.length,
  ),
  {
    description: 'one to a hundred sessions, each of its own pairing',
    minItems: 1,
    maxItems: 100,
    uniqueItems: true,
  },
)

const isScheduler = (cohort: OpenedCohort, role: Role): boolean => {
  const { scheduler } = cohort.opened.rules
  return scheduler === 'either' || scheduler === role
}

/** The pairings of a meeting's sessions, all that were ever planned for it. */
export const pairingsOfMeeting = (
  cohort: OpenedCohort,
  meeting: MeetingId | undefined,
): ReadonlyArray<PairingId> => {
  const sessions = meeting === undefined ? undefined : get(cohort.meetings, meeting)
  return [...(sessions ?? [])].flatMap((id) => get(cohort.sessions, id)?.pairing ?? [])
}

/** Why the actor is no party to all of these pairings, whatever else is asked of them. */
export const noPartyTo = (
  cohort: OpenedCohort,
  by: Actor,
  ids: Iterable<PairingId>,
): UnknownPairing | NotAllowed | undefined => {
  const pairings = [...ids].map((id) => [id, pairingKnownTo(cohort, by, id)] as const)
  const unknown = pairings.find(([, pairing]) => pairing === undefined)
  if (unknown !== undefined) return { _tag: 'UnknownPairing', pairing: unknown[0] }
  const areTheirs = pairings.every(
    ([, pairing]) => pairing !== undefined && actingParty(pairing, by) !== undefined,
  )
  return areTheirs ? undefined : { _tag: 'NotAllowed', by }
}

/**
 * The pairings that a session or a meeting is about, or why the actor may not act for one of them: of one pairing, as
 * the scheduler rule says; of a meeting of several, whoever is a party to all of them.
 */
export const pairingsToSchedule = (
  cohort: OpenedCohort,
  by: Actor,
  ids: Iterable<PairingId>,
  meeting: MeetingId | undefined,
): ReadonlyArray<Pairing> | UnknownPairing | NotAllowed => {
  const pairings: Array<Pairing> = []
  for (const id of new Set(ids)) {
    const pairing = pairingKnownTo(cohort, by, id)
    if (pairing === undefined) return { _tag: 'UnknownPairing', pairing: id }
    pairings.push(pairing)
  }
  const isJoint = pairings.length > 1
  const mayAct = pairings.every((pairing) => {
    const role = actingParty(pairing, by)
    return role !== undefined && (isJoint || isScheduler(cohort, role))
  })
  return mayAct && (!isJoint || meeting !== undefined) ? pairings : { _tag: 'NotAllowed', by }
}

/** Tells the pairings from the refusal. */
export const arePairings = (
  found: ReadonlyArray<Pairing> | UnknownPairing | NotAllowed,
): found is ReadonlyArray<Pairing> => Array.isArray(found)
