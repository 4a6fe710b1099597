import type * as t from 'io-ts'
import type { Plain } from '../../values/plain.ts'
import { ParticipantId } from '../../values/id.ts'
import {
  happened,
  nothing,
  notAllowed,
  refuse,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

/** Records that a person's data is gone. It withdraws all their enrolments; doing it again adds nothing. */
export const EraseParticipant = commandCodec('EraseParticipant', { participant: ParticipantId }, {})
export interface EraseParticipant extends Plain<t.TypeOf<typeof EraseParticipant>> {}

const decideEraseParticipant = (
  order: EraseParticipant,
  cohort: OpenedCohort,
): Decision<SharedRefusal> => {
  const { at, by, participant } = order
  if (by.role === 'participant' && by.id !== participant) return notAllowed(by)
  const person = get(cohort.people, participant)
  if (person === undefined) return refuse({ _tag: 'UnknownParticipant', participant })
  return person.erasedAt !== undefined
    ? nothing
    : happened({ type: 'ParticipantErased', at, by, participant })
}

export const eraseParticipant: Kind<EraseParticipant> = {
  codec: EraseParticipant,
  roles: ['participant', 'coordinator', 'system'],
  decide: decideEraseParticipant,
}
