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

/** The pairing of each session, or why the actor may not act on one of them. */
export const pairingsToSchedule = (
  cohort: OpenedCohort,
  by: Actor,
  sessions: ReadonlyArray<{ readonly pairing: PairingId }>,
  meeting: MeetingId | undefined,
): ReadonlyArray<Pairing> | UnknownPairing | NotAllowed => {
  const pairings: Array<Pairing> = []
  const isJoint = sessions.length > 1
  for (const { pairing: id } of sessions) {
    const pairing = pairingKnownTo(cohort, by, id)
    if (pairing === undefined) return { _tag: 'UnknownPairing', pairing: id }
    const role = actingParty(pairing, by)
    if (role === undefined || (!isJoint && !isScheduler(cohort, role)))
      return { _tag: 'NotAllowed', by }
    pairings.push(pairing)
  }
  return isJoint && meeting === undefined ? { _tag: 'NotAllowed', by } : pairings
}

/** Tells the pairings from the refusal. */
export const arePairings = (
  found: ReadonlyArray<Pairing> | UnknownPairing | NotAllowed,
): found is ReadonlyArray<Pairing> => Array.isArray(found)
