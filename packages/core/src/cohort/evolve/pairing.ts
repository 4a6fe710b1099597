import type { Folds } from './folds.ts'
import { List } from 'immutable'
import { later } from '../../values/instant.ts'
import type { ConsentGiven, ConsentWithdrawn } from '../event/consent.ts'
import type { EnrolmentId } from '../../values/id.ts'
import type { GoalsAgreed, Matched, MatchingRan, PairingEnded } from '../event/pairing.ts'
import type {
  Answer,
  Cohort,
  Enrolment,
  Pairing,
  PairingFacts,
  PurposeConsent,
} from '../state/cohort.ts'
import { restate } from '../state/dated.ts'
import { actingParty } from '../state/find.ts'
import { claimed, endPairing, withPair, withPairing, withPart, withPerson } from './change.ts'
import { get, set } from '../state/table.ts'
import { partKey, recordedPart } from '../state/run.ts'
import { isTaken, takenBy } from '../state/taken.ts'

const noAnswer: Answer = { yes: undefined, no: undefined }

/** What a run says of an enrolment, or no longer says. */
const withWord = (
  cohort: Cohort,
  id: EnrolmentId,
  leftWaiting: Enrolment['leftWaiting'],
): Cohort => {
  const enrolment = get(cohort.enrolments, id)
  return enrolment === undefined || enrolment.leftWaiting === leftWaiting
    ? cohort
    : { ...cohort, enrolments: set(cohort.enrolments, id, { ...enrolment, leftWaiting }) }
}

/** A proposal that waits for both answers and takes a place of each. */
const matched = (cohort: Cohort, event: Matched): Cohort => {
  const { pairing, mentor, mentee } = event
  const junior = get(cohort.people, mentor)
  const senior = get(cohort.people, mentee)
  const asMentor = junior?.mentor.enrolment
  const asMentee = senior?.mentee.enrolment
  if (isTaken(cohort, pairing) || junior === undefined || senior === undefined) return cohort
  if (asMentor === undefined || asMentee === undefined || mentor === mentee) return cohort
  const facts: PairingFacts = {
    pairing,
    matched: event,
    mentor,
    mentee,
    enrolments: { mentor: asMentor, mentee: asMentee },
    answers: { mentor: noAnswer, mentee: noAnswer },
    goals: { mentor: undefined, mentee: undefined },
    sessions: List(),
  }
  const paired = withPair(cohort, mentor, mentee, {
    live: pairing,
    proposedBefore: true,
  })
  const placed = withPerson(
    withPerson(paired, withPart(junior, 'mentor', { live: junior.mentor.live.add(pairing) })),
    withPart(senior, 'mentee', { live: senior.mentee.live.add(pairing) }),
  )
  const heard = withWord(withWord(placed, asMentor, undefined), asMentee, undefined)
  return withPairing(heard, { ...facts, _tag: 'Proposed' })
}

/** Of who has a pairing, a run says why there is no further one: nobody waits for that. */
const leftWaiting = (cohort: Cohort, { at, unmatched }: MatchingRan): Cohort => {
  let after = cohort
  for (const { participant, role, reason, limit } of unmatched) {
    const part = get(after.people, participant)?.[role]
    if (part?.enrolment === undefined || part.live.size > 0) continue
    const word = { at, reason, ...(limit !== undefined && { limit }) }
    after = withWord(after, part.enrolment, word)
  }
  return after
}

/** The first part of a run that comes takes the run's id, the others stand beside it. */
const matchingRan = (cohort: Cohort, event: MatchingRan): Cohort => {
  const first = takenBy(cohort, event.run)
  if (first === undefined) return leftWaiting(claimed(cohort, event.run, event), event)
  const isOther = 'type' in first && first.type === 'MatchingRan' && first.part !== event.part
  return isOther && recordedPart(cohort, event) === undefined
    ? leftWaiting(claimed(cohort, partKey(event.run, event.part), event), event)
    : cohort
}

const agreed = (pairing: Pairing, event: ConsentGiven): Pairing => {
  const role = actingParty(pairing, event.by)
  if (role === undefined || pairing._tag !== 'Proposed') return pairing
  const answer = { ...pairing.answers[role], yes: event.at }
  const answers = { ...pairing.answers, [role]: answer }
  const { mentor, mentee } = answers
  return mentor.yes === undefined || mentee.yes === undefined
    ? { ...pairing, answers }
    : { ...pairing, answers, _tag: 'Formal', formalAt: later(mentor.yes, mentee.yes) }
}

/** The latest instants of either kind, and what stands. */
const purposeStated = (
  before: PurposeConsent | undefined,
  event: ConsentGiven | ConsentWithdrawn,
): PurposeConsent => {
  const given = before?.given
  const withdrawn = before?.withdrawn
  return event.type === 'ConsentGiven'
    ? { standing: true, given: given === undefined ? event.at : later(given, event.at), withdrawn }
    : {
        standing: false,
        given,
        withdrawn: withdrawn === undefined ? event.at : later(withdrawn, event.at),
      }
}

const purpose = (cohort: Cohort, event: ConsentGiven | ConsentWithdrawn): Cohort => {
  const person = get(cohort.people, event.by.id)
  if (person === undefined || event.purpose === 'pairing') return cohort
  const stated = purposeStated(person.purposes[event.purpose], event)
  return withPerson(cohort, {
    ...person,
    purposes: { ...person.purposes, [event.purpose]: stated },
  })
}

/** A party agrees; the second consent makes the pairing formal (INV10). */
const consentGiven = (cohort: Cohort, event: ConsentGiven): Cohort => {
  if (event.purpose !== 'pairing') return purpose(cohort, event)
  const pairing = get(cohort.pairings, event.pairing)
  return pairing === undefined ? cohort : withPairing(cohort, agreed(pairing, event))
}

/** A party says no, or withdraws: the pairing is over, and the two are not proposed to each other again (INV7). */
const consentWithdrawn = (cohort: Cohort, event: ConsentWithdrawn): Cohort => {
  if (event.purpose !== 'pairing') return purpose(cohort, event)
  const pairing = get(cohort.pairings, event.pairing)
  const role = pairing === undefined ? undefined : actingParty(pairing, event.by)
  if (pairing === undefined || role === undefined || pairing._tag === 'Ended') return cohort
  const answer = { ...pairing.answers[role], no: event.at }
  const said = withPairing(cohort, { ...pairing, answers: { ...pairing.answers, [role]: answer } })
  return endPairing(
    said,
    event.pairing,
    event.at,
    pairing._tag === 'Formal' ? 'withdrawn' : 'refused',
  )
}

const pairingEnded = (cohort: Cohort, event: PairingEnded): Cohort =>
  endPairing(cohort, event.pairing, event.at, event.reason)

const goalsAgreed = (cohort: Cohort, event: GoalsAgreed): Cohort => {
  const pairing = get(cohort.pairings, event.pairing)
  const role = pairing === undefined ? undefined : actingParty(pairing, event.by)
  if (pairing === undefined || role === undefined || pairing._tag === 'Ended') return cohort
  const goals = {
    ...pairing.goals,
    [role]: restate(pairing.goals[role], event.goals, event.at),
  }
  return withPairing(cohort, { ...pairing, goals })
}

export const pairingFolds = {
  MatchingRan: matchingRan,
  Matched: matched,
  ConsentGiven: consentGiven,
  ConsentWithdrawn: consentWithdrawn,
  GoalsAgreed: goalsAgreed,
  PairingEnded: pairingEnded,
} satisfies Partial<Folds>
