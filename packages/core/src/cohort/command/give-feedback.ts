import type * as t from 'io-ts'
import { Code } from '../../values/code.ts'
import { listOf } from '../../values/list-of.ts'
import type { Plain } from '../../values/plain.ts'
import type { ParticipantId } from '../../values/id.ts'
import { feedbackFields, feedbackOptions, type FeedbackGiven } from '../event/exchange.ts'
import { pairingKnownTo } from '../state/asked.ts'
import { actingParty, wasEnrolled } from '../state/find.ts'
import { unknownCode } from './unknown-code.ts'
import {
  answerToRepeat,
  happened,
  notAllowed,
  refuse,
  type Decision,
  type OpenedCohort,
} from './decision.ts'
import { commandCodec, type Kind } from './command-codec.ts'
import type { NotFormal, SharedRefusal } from './refusal.ts'
import { get } from '../state/table.ts'

/** Answers one question: of a pairing that was formal, its parties; of the programme, whoever is enrolled. */
export const GiveFeedback = commandCodec(
  'GiveFeedback',
  { ...feedbackFields, themes: listOf(50, Code) },
  feedbackOptions,
)
export interface GiveFeedback extends Plain<t.TypeOf<typeof GiveFeedback>> {}

const isEnrolled = (cohort: OpenedCohort, participant: ParticipantId): boolean => {
  const person = get(cohort.people, participant)
  return person?.mentor.enrolment !== undefined || person?.mentee.enrolment !== undefined
}

/** Goes on after an end and after the close. */
const decideGiveFeedback = (
  order: GiveFeedback,
  cohort: OpenedCohort,
): Decision<SharedRefusal | NotFormal> => {
  const { by, pairing: id, session } = order
  const pairing = id === undefined ? undefined : pairingKnownTo(cohort, by, id)
  if (id !== undefined && pairing === undefined) {
    return refuse({ _tag: 'UnknownPairing', pairing: id })
  }
  const isParty =
    pairing === undefined ? wasEnrolled(cohort, by.id) : actingParty(pairing, by) !== undefined
  if (!isParty) return notAllowed(by)
  if (
    session !== undefined &&
    (pairing === undefined || get(cohort.sessions, session)?.pairing !== id)
  ) {
    return refuse({ _tag: 'UnknownSession', session })
  }
  const { cohort: _cohort, ...content } = order
  const event: FeedbackGiven = { ...content, type: 'FeedbackGiven' }
  const repeat = answerToRepeat(cohort, order.feedback, event)
  if (repeat !== undefined) return repeat
  if (pairing === undefined && !isEnrolled(cohort, by.id)) return notAllowed(by)
  if (pairing?._tag === 'Ended' && pairing.formalAt === undefined) {
    return refuse({ _tag: 'PairingOver', pairing: pairing.pairing })
  }
  const unknown =
    unknownCode(cohort, 'questions', [order.question]) ??
    unknownCode(cohort, 'themes', order.themes)
  if (unknown !== undefined) return refuse(unknown)
  return pairing?._tag === 'Proposed'
    ? refuse({ _tag: 'NotFormal', pairing: pairing.pairing })
    : happened(event)
}

export const giveFeedback: Kind<GiveFeedback> = {
  codec: GiveFeedback,
  roles: ['participant'],
  decide: decideGiveFeedback,
}
