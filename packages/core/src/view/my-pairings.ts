import type * as t from 'io-ts'
import type { CohortEvent } from '../cohort/event/event.ts'
import { wasAsked } from '../cohort/state/asked.ts'
import type { Cohort, Pairing } from '../cohort/state/cohort.ts'
import { isErased, partyRole } from '../cohort/state/find.ts'
import { get, keysOf, valuesOf } from '../cohort/state/table.ts'
import { otherRole, Role } from '../values/actor.ts'
import { Code } from '../values/code.ts'
import { fields } from '../values/fields.ts'
import { list } from '../values/list.ts'
import { word } from '../values/word.ts'
import type { Plain } from '../values/plain.ts'
import { PairingId, ParticipantId } from '../values/id.ts'
import { Instant, plusDays } from '../values/instant.ts'
import { placeOfPerson } from './place.ts'
import { keysByParty, touchedPairings } from './touched.ts'
import type { Frame, View } from './view.ts'

/** One pairing as one of its parties sees it: their own answers, and of the other's no more than where it stands. */
export const MyPairingRow = fields(
  {
    pairing: PairingId,
    participant: ParticipantId,
    role: Role,
    counterpart: ParticipantId,
    /** `awaiting-me` while the person owes an answer; a no, a lapse and every other end before both agreed read the same. */
    state: word('awaiting-me', 'awaiting-other', 'formal', 'will-not-go-ahead', 'ended'),
    deadline: Instant,
    /** The matching rules that spoke for the pair and may be told to both. */
    reasons: list(Code),
    /** The goals that the person named. */
    goals: list(Code),
  },
  {
    /** When the person said yes, and no. */
    yes: Instant,
    no: Instant,
    formalAt: Instant,
    endedAt: Instant,
    continues: PairingId,
  },
  'MyPairingRow',
)
export interface MyPairingRow extends Plain<t.TypeOf<typeof MyPairingRow>> {}

const standing = (
  pairing: Pairing,
  role: Role,
): Pick<MyPairingRow, 'state' | 'formalAt' | 'endedAt'> => {
  switch (pairing._tag) {
    case 'Proposed':
      return {
        state: pairing.answers[role].yes === undefined ? 'awaiting-me' : 'awaiting-other',
      }
    case 'Formal':
      return { state: 'formal', formalAt: pairing.formalAt }
    case 'Ended':
      return pairing.formalAt === undefined
        ? { state: 'will-not-go-ahead', endedAt: pairing.at }
        : { state: 'ended', formalAt: pairing.formalAt, endedAt: pairing.at }
  }
}

const reasonsToldToBoth = (cohort: Cohort, { matched }: Pairing): ReadonlyArray<Code> => {
  const rules = cohort.opened?.codes.rules ?? []
  return matched.reasons.filter((code) =>
    rules.some((rule) => rule.code === code && rule.disclosure === 'both'),
  )
}

const myPairingRow = (cohort: Cohort, pairing: Pairing, role: Role): MyPairingRow => {
  const { yes, no } = pairing.answers[role]
  const { matched, goals } = pairing
  return {
    pairing: pairing.pairing,
    participant: pairing[role],
    role,
    counterpart: pairing[otherRole(role)],
    ...standing(pairing, role),
    deadline: plusDays(matched.at, cohort.opened?.rules.answerDays ?? 0),
    reasons: reasonsToldToBoth(cohort, pairing),
    goals: goals[role]?.value ?? [],
    ...(yes !== undefined && { yes }),
    ...(no !== undefined && { no }),
    ...(matched.continues !== undefined && { continues: matched.continues }),
  }
}

/** Of somebody who is erased every row goes, also of pairings that were over. O(pairings). */
const touched = (event: CohortEvent, before: Cohort, after: Cohort): ReadonlyArray<string> =>
  event.type === 'ParticipantErased'
    ? valuesOf(after.pairings)
        .filter((pairing) => partyRole(pairing, event.participant) !== undefined)
        .flatMap(keysByParty)
    : touchedPairings(event, before).flatMap((id) => keysByParty(get(after.pairings, id)))

const row = (key: string, cohort: Cohort): MyPairingRow | undefined => {
  const [participant, id] = key.split(' ')
  if (!ParticipantId.is(participant) || !PairingId.is(id)) return undefined
  const pairing = get(cohort.pairings, id)
  const role = pairing && partyRole(pairing, participant)
  if (pairing === undefined || role === undefined || isErased(cohort, participant)) return undefined
  return wasAsked(cohort, pairing, role) ? myPairingRow(cohort, pairing, role) : undefined
}

/** Every pairing by party, for that party alone. To a mentor who was never asked it does not exist (INV11). */
export const myPairings: View<'party', MyPairingRow> = {
  name: 'my-pairings-1',
  audience: ['party'],
  codec: MyPairingRow,
  touched,
  row,
  keys: (cohort) =>
    keysOf(cohort.pairings)
      .flatMap((id) => keysByParty(get(cohort.pairings, id)))
      .sort(),
  places: ({ participant, pairing }) => [{ place: placeOfPerson(participant), key: pairing }],
}

/** A row as it stands: a close ends what lived. */
export const showMyPairing = (shown: MyPairingRow, { closedAt }: Frame): MyPairingRow => {
  if (closedAt === undefined || shown.endedAt !== undefined) return shown
  const state = shown.formalAt === undefined ? 'will-not-go-ahead' : 'ended'
  return { ...shown, state, endedAt: closedAt }
}
